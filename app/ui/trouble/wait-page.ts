import { catalog } from "@/lib/errors/app-error";
import { tokensOf } from "../theme/tokens";

type Said = { language: string; title: string; text: string; waitSeconds: number };

/** What the page loads and runs: nothing. Its style stands in it. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/**
 * Whoever asks too often is told when to try again: a whole page in one answer that costs nothing, because the next one is asked for at once. No page
 * of Next can carry the status. @param said plain text.
 */
export function waitPage({ language, title, text, waitSeconds }: Said): Response {
  const page = `<!doctype html><html lang="${plain(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex, nofollow"><meta name="referrer" content="no-referrer"><title>${plain(title)}</title><style>${style}</style></head><body><main><h1>${plain(title)}</h1><p role="status">${plain(text)}</p></main></body></html>`;
  return new Response(page, {
    status: catalog.limited.status,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      "Content-Security-Policy": policy,
      "Retry-After": String(waitSeconds),
    },
  });
}

const valuesOf = (scheme: "light" | "dark") =>
  Object.entries(tokensOf(scheme))
    .map(([name, value]) => `${name}:${value}`)
    .join(";");

/** As app/(public)/u/[token]/unsubscribe.module.css draws its card. */
const style = `:root{color-scheme:light dark;${valuesOf("light")}}@media(prefers-color-scheme:dark){:root{${valuesOf("dark")}}}
body{margin:0;display:flex;flex-direction:column;justify-content:center;align-items:center;box-sizing:border-box;min-height:100dvh;padding:24px;background:var(--canvas);color:var(--ink);font-family:"Hanken Grotesk Variable",system-ui,sans-serif}
main{box-sizing:border-box;width:100%;max-width:534px;padding:44px 48px 40px;background:var(--sheet);border:1px solid var(--line);border-radius:14px}
h1{margin:0;font-size:28px;line-height:34px;font-weight:650;letter-spacing:-.022em;text-wrap:balance}
p{margin:8px 0 0;font-size:16px;line-height:24px;color:var(--ink-2)}
@media(max-width:760px){body{align-items:stretch;justify-content:flex-start;padding:148px 24px 30px;background:var(--sheet)}main{max-width:none;padding:0;border:0}}`;

function plain(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
