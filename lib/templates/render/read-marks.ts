/** A `{{ field }}` or `{% instruction %}` of a template: what stands in it, and from where to where the whole reaches. */
export type Mark = { kind: "field" | "instruction"; inner: string; begin: number; end: number };

const closings = { field: "}}", instruction: "%}" } as const;

/**
 * The marks of a text in their order, each up to the first end of its kind; one that is never closed is none. By one walk through the text: patterns
 * with a begin and an end look for the end anew behind each begin, which takes seconds for 50,000 letters of begins alone.
 */
export function readMarks(text: string): Mark[] {
  const marks: Mark[] = [];
  const open = { field: true, instruction: true };
  for (let at = text.indexOf("{"); at >= 0; ) {
    const kind = text[at + 1] === "{" ? "field" : text[at + 1] === "%" ? "instruction" : null;
    const close = kind && open[kind] ? text.indexOf(closings[kind], at + 2) : -1;
    if (kind && close >= 0) marks.push({ kind, inner: text.slice(at + 2, close), begin: at, end: close + 2 });
    // Where no end follows this one, none follows any behind it.
    else if (kind) open[kind] = false;
    at = text.indexOf("{", kind && close >= 0 ? close + 2 : at + 1);
  }
  return marks;
}

/** The text between its marks. */
export function withoutMarks(text: string): string {
  let rest = "";
  let from = 0;
  for (const { begin, end } of readMarks(text)) {
    rest += text.slice(from, begin);
    from = end;
  }
  return rest + text.slice(from);
}
