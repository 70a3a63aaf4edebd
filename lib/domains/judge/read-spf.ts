/** One term of an SPF record, as RFC 7208 4.6.1 writes them. */
export type Term = {
  qualifier: "+" | "-" | "~" | "?";
  name: string;
  /** What stands behind ":" or "=", or "" (of "a/24" too). */
  value: string;
  text: string;
};

const mechanisms = ["all", "include", "a", "mx", "ptr", "ip4", "ip6", "exists"];
/** Terms for which a receiver asks a name server (RFC 7208 4.6.4). */
export const asking = ["include", "a", "mx", "ptr", "exists", "redirect"];

/** The records among a name's TXT records that are SPF: "v=spf1" and then a space or nothing (RFC 7208 4.5). */
export function spfAmong(texts: string[]): string[] {
  return texts.filter((text) => /^v=spf1( |$)/i.test(text));
}

/** The terms of a record, or the first that nobody can read: a receiver then takes none of them (RFC 7208 4.6). */
export function readSpf(record: string): Term[] | { wrong: string } {
  const terms: Term[] = [];
  for (const text of record.split(/ +/).slice(1)) {
    if (text === "") continue;
    const modifier = /^([a-z][a-z0-9_.-]*)=(.*)$/i.exec(text);
    const mechanism = /^([-+~?]?)([a-z0-9]+)(?::([^\s]+))?(\/\d{1,2})?(\/\/\d{1,3})?$/i.exec(text);
    const [name, value] = modifier ? [modifier[1] ?? "", modifier[2] ?? ""] : [mechanism?.[2] ?? "", mechanism?.[3] ?? ""];
    const known = modifier !== null || mechanisms.includes(name.toLowerCase());
    const needsValue = modifier
      ? ["redirect", "exp"].includes(name.toLowerCase())
      : ["include", "exists", "ip4", "ip6"].includes(name.toLowerCase());
    if (!known || (needsValue && value === "")) return { wrong: text };
    terms.push({ qualifier: (mechanism?.[1] || "+") as Term["qualifier"], name: name.toLowerCase(), value, text });
  }
  return terms;
}
