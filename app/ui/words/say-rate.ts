/** From so many on a share says something; of fewer they are counted out. */
const fewest = 50;

/**
 * A share with what it is of: "11.4% of 140 mails", and "8 of 70 people"-like words where they are few: "3 of 40 mails". "none yet" where nothing was
 * counted at all.
 * @param base what they are of, for one and for many.
 */
export function sayRate(count: number, of: number, base: [one: string, many: string]): { value: string; of: string } {
  const unit = base[of === 1 ? 0 : 1];
  if (of === 0) return { value: "none yet", of: "" };
  if (of < fewest) return { value: count.toLocaleString("en"), of: `of ${of} ${unit}` };
  return {
    value: `${((100 * count) / of).toFixed(1)}%`,
    of: `${count.toLocaleString("en")} of ${of.toLocaleString("en")} ${unit}`,
  };
}
