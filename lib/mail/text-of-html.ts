import { Parser } from "htmlparser2";
import { withoutDepths } from "./text/without-depths";

const blocks = new Set(
  "address article blockquote br center dd div dl dt footer form h1 h2 h3 h4 h5 h6 header hr li ol p pre section table tr ul".split(
    " ",
  ),
);
const silent = new Set(["head", "script", "style", "title", "template"]);

/** The words of an HTML text as lines, as Exchange gives them where it is asked for plain text. A hidden preheader stays. */
export function textOfHtml(html: string): string {
  const lines: string[] = [""];
  let hidden = 0;
  const add = (text: string) => {
    lines[lines.length - 1] += text;
  };
  const parser = new Parser({
    onopentag: (name) => {
      if (silent.has(name)) hidden += 1;
      if (blocks.has(name)) lines.push("");
      if (name === "td" || name === "th") add(" ");
    },
    ontext: (text) => {
      if (hidden === 0) add(text.replace(/[\r\n\t ]+/g, " "));
    },
    onclosetag: (name) => {
      if (silent.has(name)) hidden -= 1;
      if (blocks.has(name) && name !== "br") lines.push("");
    },
  });
  parser.end(withoutDepths(html));
  return lines
    .map((line) => line.trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
