/** What is known of a campaign that somebody's answer ended for them. */
export type StaysFacts = {
  name: string;
  campaign: string;
  /** The campaign is under way, or finished by itself with its last contact. */
  mayRun: boolean;
  suppressed: boolean;
  archived: boolean;
  bounced: boolean;
  /** Another campaign that runs for them. */
  elsewhere: string | null;
};

/** Why a campaign does not go on for somebody, without the dot; null where it may. */
export function whyStays({ name, campaign, mayRun, suppressed, archived, bounced, elsewhere }: StaysFacts): string | null {
  if (!mayRun) return `${campaign} has ended`;
  if (suppressed) return `${name} is suppressed and gets no mail`;
  if (archived) return `${name} is archived`;
  if (bounced) return `A mail to ${name} came back from a dead address`;
  // The one that enrolled them first would hold back the other for as long.
  return elsewhere && `${elsewhere} runs for ${name}, and would wait for this one`;
}
