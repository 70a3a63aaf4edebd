import { Parser } from "htmlparser2";

const names = ["text", "signature", "footer", "history"] as const;
export type PartName = (typeof names)[number];
export type Parts = Partial<Record<PartName, string>>;

/** The parts a mail was put together of, each as it stands there; of a quoted mail only that it is quoted. Word takes the marks of the parts away. */
export function readParts(html: string): Parts {
  const parts: Parts = {};
  let open: { name: PartName; start: number; depth: number } | null = null;
  let depth = 0;
  const parser = new Parser({
    onopentag(_, attributes) {
      depth += 1;
      const name = names.find((one) => one === attributes["data-part"]);
      if (!open && name && parts[name] === undefined) open = { name, start: parser.endIndex + 1, depth };
    },
    onclosetag() {
      if (open?.depth === depth) {
        parts[open.name] = html.slice(open.start, parser.startIndex);
        open = null;
      }
      depth -= 1;
    },
  });
  parser.write(html);
  parser.end();
  return parts;
}
