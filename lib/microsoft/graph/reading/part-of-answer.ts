import type { Message } from "@microsoft/microsoft-graph-types";

/** What the beginning of an answer says of a message that is too long to be fetched: its body, as far as it goes. */
export function partOfAnswer(text: string): Message {
  const at = /"body"\s*:\s*\{/.exec(text);
  if (!at) return {};
  const rest = text.slice(at.index);
  const begin = /"content"\s*:\s*"/.exec(rest);
  if (!begin) return {};
  const content = stringOf(rest.slice(begin.index + begin[0].length));
  // What stands behind the text was not fetched: then the text itself tells.
  const said = /"contentType"\s*:\s*"(\w+)"/.exec(rest.slice(0, begin.index))?.[1];
  const isText = said ? said === "text" : !/<(html|head|body|div|p|br|table|span)\b/i.test(content.slice(0, 10_000));
  return { body: { contentType: isText ? "text" : "html", content } };
}

/** A JSON string without its quotes, which may break off anywhere, in the midst of an escape too. */
function stringOf(content: string): string {
  // Where it ends is looked for without an expression that remembers every letter.
  let end = 0;
  while (end < content.length && content[end] !== '"') end += content[end] === "\\" ? (content[end + 1] === "u" ? 6 : 2) : 1;
  const whole = end > content.length ? content.slice(0, content.lastIndexOf("\\")) : content.slice(0, end);
  return JSON.parse(`"${whole}"`) as string;
}
