/**
 * Whether two ids name one extended property. Graph gives ids back in a spelling of its own: `String 0x001A` is asked for and
 * `String 0x1a` comes back. Types, numbers and sets are compared in any letters and with any zeros; a property's name as it stands.
 */
export function isSameProperty(one: string | null | undefined, other: string): boolean {
  const parsed = parse(one ?? "");
  return parsed !== null && parsed === parse(other);
}

const form = /^\s*([a-z]+)\s+(?:0x([0-9a-f]{1,8})|\{([0-9a-f-]{36})\}\s+(?:name\s+(\S.*?)|id\s+0x([0-9a-f]{1,8})))\s*$/i;

/** Null for what is no property id: such a text is the same as nothing. */
function parse(id: string): string | null {
  const match = form.exec(id);
  if (!match) return null;
  const [, type = "", tag, set = "", name, number] = match;
  const kind = type.toLowerCase();
  if (tag) return `${kind} ${Number.parseInt(tag, 16)}`;
  const inSet = `${kind} ${set.toLowerCase()}`;
  return number ? `${inSet} id ${Number.parseInt(number, 16)}` : `${inSet} name ${name}`;
}
