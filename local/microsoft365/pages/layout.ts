import { escapeHtml } from "../http";

const style = `
*{box-sizing:border-box}body{margin:0;background:#E4E8F0;color:#1B1F2B;font:15px/1.45 system-ui,-apple-system,"Segoe UI",sans-serif}
code,.mono{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:13px}
.strip{background:repeating-linear-gradient(45deg,#FFD83D 0 16px,#E0B93A 16px 32px);text-align:center}
.strip b{display:inline-block;background:#FFD83D;padding:7px 18px;font:600 14px ui-monospace,Menlo,Consolas,monospace}
header{display:flex;gap:28px;align-items:center;background:#fff;border-bottom:1px solid #C6CCDA;padding:0 20px;height:44px}
header b{font:600 15px ui-monospace,Menlo,Consolas,monospace}header a{color:#3a4257;text-decoration:none;line-height:42px;border-bottom:2px solid transparent}
header a.on{color:#1B1F2B;border-color:#3D3FA8}header span{margin-left:auto;display:flex;gap:24px}header i{font-style:normal}
h1{font-size:23px;line-height:1.25;margin:0 0 4px}h2{font-size:17px;margin:0 0 8px}p{margin:0 0 10px}.dim{color:#5a637a}
.card{background:#fff;border:1px solid #C6CCDA;border-radius:3px}
button,.button{font:inherit;border:1px solid #3a4257;border-radius:3px;background:#fff;color:#1B1F2B;padding:7px 16px;min-height:36px;cursor:pointer}
button.main{background:#3D3FA8;border-color:#3D3FA8;color:#fff}button:focus-visible,a:focus-visible,input:focus-visible,textarea:focus-visible{outline:2px solid #1B1F2B;outline-offset:2px}
input[type=search],textarea{font:inherit;width:100%;border:1px solid #8b93a8;border-radius:3px;padding:7px 10px;background:#fff}
.tag{background:#3D3FA8;color:#fff;font:600 12px ui-monospace,monospace;border-radius:3px;padding:1px 6px}
.yellow{background:#FFF5D1;border:1px solid #D9B83C;border-radius:3px;padding:10px 12px}
a{color:#3D3FA8}
@media(max-width:760px){header{gap:20px}header span{display:none}}
`;

/** Every page of the stand-in: a yellow strip, so that nobody takes it for Microsoft or for the product. */
export function page(title: string, body: string, options: { tab?: string; right?: string; css?: string } = {}): string {
  const tab = (href: string, name: string) =>
    `<a href="${href}"${options.tab === name ? ' class="on" aria-current="page"' : ""}>${name}</a>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)}</title>
<style>${style}${options.css ?? ""}</style></head><body><div class="strip"><b>Stand-in for Microsoft 365: nothing leaves this machine</b></div>
<header><b>microsoft365</b>${tab("/", "Mail")}${tab("/requests", "Requests")}${tab("/people", "People")}<span class="mono dim">${options.right ?? ""}<i id="clock"></i></span></header>${body}<script>{const c=document.getElementById("clock"),t=()=>c.textContent=new Date().toTimeString().slice(0,8);t();setInterval(t,1000)}</script></body></html>`;
}
