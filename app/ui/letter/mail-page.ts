// The mail is shown without scripts, styles of ours or anything it could load from elsewhere.
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; font-src 'self' data:; img-src data:; base-uri 'none'; form-action 'none'";

const dark =
  "body{color:#E8EDE9;background:#1B211D}[data-part=footer]{border-color:#39423C!important;color:#ADB7B0!important}ins{color:#5FCFA3;background:#11291F;border-color:#245A44}del{color:#FF9187;background:#351815}mark{color:#F0B75E;background:#33260F}";
/** The frame knows only the browser's wish; who chose light or dark here wants the letter so too. */
const schemes = {
  light: ":root{color-scheme:light}",
  dark: `:root{color-scheme:dark}${dark}`,
  auto: `:root{color-scheme:light dark}@media (prefers-color-scheme:dark){${dark}}`,
};

export type Scheme = keyof typeof schemes;

/** The document of a mail of ours, for a frame that runs nothing. @param unfolded whether the mail before it is shown, too. */
export function mailPage(html: string, unfolded: boolean, scheme: Scheme): string {
  const fonts = ["400", "700"]
    .map((weight) => `@font-face{font-family:Carlito;font-weight:${weight};src:url(/fonts/carlito-latin-${weight}-normal.woff2)}`)
    .join("");
  const style = `${fonts}body{margin:0;display:flow-root;font:16px/23px Aptos,Carlito,Calibri,sans-serif;color:#15201A;overflow-wrap:anywhere;background:#fff}
p{margin:0 0 14px}a{color:inherit}ins{color:#0A6B4C;background:#E2F1E9;text-decoration:none;border-bottom:2px solid #A9D3BE}del{color:#B3241A;background:#FCEAE7}mark{color:#8A5200;background:#FDF1DA;border-bottom:2px solid #C27A12}${schemes[scheme]}${unfolded ? "" : "[data-part=history]{display:none}"}`;
  return `<!doctype html><html><head><base target="_blank"><meta http-equiv="Content-Security-Policy" content="${policy}"><style>${style}</style></head><body>${html}</body></html>`;
}
