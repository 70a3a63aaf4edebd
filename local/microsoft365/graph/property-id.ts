/** The property set of internet headers: a property of it is a header of the mail, and the other way round. */
const headerSet = "{00020386-0000-0000-c000-000000000046}";

const types = ["String", "Integer", "Short", "Long", "Float", "Double", "Currency", "Boolean", "Binary", "CLSID", "SystemTime"];

/**
 * The one spelling in which Graph gives a property id back, whatever it was asked in: the tag in lower-case hex without leading
 * zeros, the set in lower case. The name of a named property is case-sensitive and stays.
 * @returns null for what is no property id.
 */
export function normalPropertyId(id: string): string | null {
  const match = /^\s*(\w+)\s+(?:0x([0-9a-f]{1,8})|(\{[0-9a-f-]{36}\})\s+(?:Name\s+(.+?)|Id\s+0x([0-9a-f]{1,8})))\s*$/i.exec(id);
  const [, type = "", tag, set = "", name, number] = match ?? [];
  const known = types.find((one) => one.toLowerCase() === type.toLowerCase());
  if (!known) return null;
  const hex = (text: string) => `0x${Number.parseInt(text, 16).toString(16)}`;
  if (tag) return `${known} ${hex(tag)}`;
  if (number) return `${known} ${set.toLowerCase()} Id ${hex(number)}`;
  return set.toLowerCase() === headerSet
    ? `${known} ${headerSet} Name ${name?.toLowerCase()}`
    : `${known} ${set.toLowerCase()} Name ${name}`;
}

/** The header that a property stands for; only x- headers travel. */
export function headerOfProperty(id: string): string | null {
  return new RegExp(`^String ${headerSet.replace(/[{}]/g, "\\$&")} Name (x-.+)$`).exec(id)?.[1] ?? null;
}
