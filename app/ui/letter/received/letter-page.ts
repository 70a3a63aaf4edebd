import type { ReceivedLetter } from "@/lib/received/received-letter";

type Page = {
  letter: Pick<ReceivedLetter, "words" | "quote" | "hasColours">;
  /** Whether what it quotes stands below. */
  quote: boolean;
  scheme: "light" | "dark" | "auto";
  /** What the document may load, where no header of its answer says it. */
  policy: string | null;
};

const dark =
  "body{color:#E8EDE9;background:#1B211D}[data-part=quote]{border-color:#39423C;color:#ADB7B0}[data-part=leads]{color:#F0B75E;background:#33260F}[data-part=image]:not(:empty){color:#ADB7B0;border-color:#5A655E}";
const schemes = {
  light: ":root{color-scheme:light}",
  dark: `:root{color-scheme:dark}${dark}`,
  auto: `:root{color-scheme:light dark}@media (prefers-color-scheme:dark){${dark}}`,
};

/** The document of a received letter, for a frame that runs nothing. One that is drawn for white paper gets it, in the dark too. */
export function letterPage({ letter, quote, scheme, policy }: Page): string {
  const fonts = policy
    ? ["400", "700"]
        .map(
          (weight) =>
            `@font-face{font-family:Carlito;font-weight:${weight};src:url(/fonts/carlito-latin-${weight}-normal.woff2)}`,
        )
        .join("")
    : "";
  const style = `${fonts}html{overflow:auto hidden}body{margin:0;display:flow-root;font:16px/23px Aptos,Carlito,Calibri,sans-serif;color:#15201A;background:#fff;overflow-wrap:anywhere}
p{margin:0 0 14px}p:last-child{margin-bottom:0}a{color:inherit}img{max-width:100%;height:auto}table{max-width:100%}pre{white-space:pre-wrap}blockquote{margin:0 0 0 2px;padding-left:12px;border-left:2px solid #CFD4CC}
[data-part=quote]{margin-top:16px;padding-top:14px;border-top:1px solid #CFD4CC;color:#4C5750}[data-part=leads]{padding:0 4px;border-radius:4px;color:#8A5200;background:#FBF0DA;text-decoration:none}
[data-part=image]:not(:empty){display:inline-block;padding:0 6px;border:1px dashed #CFD4CC;border-radius:4px;font-size:13px;line-height:20px;color:#4C5750}${letter.hasColours ? `:root{color-scheme:light}` : schemes[scheme]}${letter.hasColours || !policy ? "body{padding:12px}" : ""}`;
  const meta = policy ? `<meta http-equiv="Content-Security-Policy" content="${policy}">` : "";
  const below = quote && letter.quote ? `<div data-part="quote">${letter.quote}</div>` : "";
  return `<!doctype html><html><head><meta charset="utf-8"><meta name="referrer" content="no-referrer">${meta}<title>A received letter</title><style>${style}</style></head><body>${letter.words}${below}</body></html>`;
}
