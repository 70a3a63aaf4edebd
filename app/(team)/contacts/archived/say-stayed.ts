/** Who was not archived, by name, and why. */
export function sayStayed({ stayed, names }: { stayed: number; names: string[] }): string {
  if (stayed === 0) return "";
  const more = stayed - names.length;
  const all = more > 0 ? [...names, `${more.toLocaleString("en")} more`] : names;
  const who = new Intl.ListFormat("en-GB").format(all);
  return ` ${who} ${stayed === 1 ? "stays" : "stay"}: a campaign or a mail by hand is open for ${stayed === 1 ? "this person" : "them"}.`;
}
