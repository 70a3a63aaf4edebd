/** Why a draft is not sent, in the order of the keys 1 to 4; the fifth is a person's own words. */
export const rejectReasons = [
  "Says something that is not true",
  "Wrong person, or wrong company",
  "Wrong moment",
  "Badly written",
] as const;
