import { readSpf } from "./read-spf";

const microsofts = "include:spf.protection.outlook.com";

/**
 * The one SPF record a domain should have: what its records name already, Microsoft's include in front so that no look-up before it can
 * fail, and an end that turns others away. A term nobody can read is left out.
 * @param without a term that cannot stay.
 */
export function mergeSpf(records: string[], without: string | null = null): string {
  const kept: string[] = [];
  let end = "";
  let redirect = "";
  for (const record of records) {
    for (const text of record.split(/ +/).slice(1)) {
      const [term] = [readSpf(`v=spf1 ${text}`)].flatMap((read) => ("wrong" in read ? [] : read));
      if (!term || text === without || text.toLowerCase().replace(/^\+/, "") === microsofts) continue;
      if (term.name === "all") end = /^[-~]/.test(text) && end !== "-all" ? text.toLowerCase() : end || "~all";
      else if (term.name === "redirect") redirect = text;
      else if (!kept.some((known) => known.toLowerCase() === text.toLowerCase())) kept.push(text);
    }
  }
  // A redirect counts only where no "all" stands (RFC 7208 6.1), and of one record with others nothing may be lost.
  if (redirect && end) redirect = "";
  // Who had no end before may have senders nobody remembers: they are marked, not turned away.
  return ["v=spf1", microsofts, ...kept, redirect || end || (records.length > 0 ? "~all" : "-all")].join(" ");
}
