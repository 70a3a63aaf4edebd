/** A title as it stands in the source of a test, with those of the describes around it; `${…}` stands for anything. */
type Titled = { kind: "describe" | "test"; indent: number; title: string; chain: string[] };

/**
 * The titles of all tests in the text of a file as our formatter leaves it: what is within a describe is indented further. One that is switched
 * off by .skip or .todo is none.
 */
export function titlesOf(text: string): Titled[] {
  const found: Titled[] = [];
  const around: Titled[] = [];
  const openers = new Map<number, string>();
  const lines = text.split("\n");
  for (const [place, line] of lines.entries()) {
    const [, space = "", rest = ""] = line.match(/^(\s*)(.*)$/) ?? [];
    const indent = space.length;
    if (/^(test|it|describe)\b/.test(rest)) openers.set(indent, rest);
    // The end of a table of rows, behind which the title stands.
    else if (!/^[\])}].*\)?\(/.test(rest)) continue;
    const opener = openers.get(indent);
    const title = titleIn(rest.endsWith("(") ? `${rest}${lines[place + 1]?.trim()}` : rest);
    if (!opener || title === null) continue;
    openers.delete(indent);
    while ((around.at(-1)?.indent ?? -1) >= indent) around.pop();
    if (/^\w+\.(skip|todo)\(/.test(opener)) continue;
    const kind = opener.startsWith("describe") ? "describe" : "test";
    const titled: Titled = { kind, indent, title, chain: [...around.map((one) => one.title), title] };
    found.push(titled);
    if (kind === "describe") around.push(titled);
  }
  return found.filter((one) => one.kind === "test");
}

function titleIn(call: string): string | null {
  const [, quote, title = ""] = call.match(/\((["'`])((?:\\.|(?!\1).)*)\1/) ?? [];
  return quote ? title.replace(/\\(["'`])/g, "$1") : null;
}

/** Whether a test is called so: "title", or "describe > title" with the nearest describes before it. */
export function isCalled({ chain }: Pick<Titled, "chain">, name: string): boolean {
  const asked = name.split(" > ");
  const said = chain.slice(-asked.length);
  return said.length === asked.length && said.every((title, place) => asPattern(title).test(asked[place] ?? ""));
}

function asPattern(title: string): RegExp {
  const parts = title.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".+")}$`);
}
