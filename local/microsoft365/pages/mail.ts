import { type Delivered, nameOf } from "../answers";
import { faults } from "../faults";
import { escapeHtml } from "../http";
import { people } from "../people";
import { calls } from "../state";
import { sql } from "../store";
import { page } from "./layout";

const css = `
.mail{display:grid;grid-template-columns:268px 316px 1fr 280px;height:calc(100vh - 78px)}.mail>*{overflow:auto}.col{background:#F8F9FD;border-right:1px solid #C6CCDA;padding:16px 0}.col h2,.col form{padding:0 16px;margin-bottom:10px}
.who{display:flex;justify-content:space-between;gap:8px;padding:6px 16px;color:inherit;text-decoration:none;border-left:3px solid transparent}.who:hover{background:#EEF0FA}.who.on{background:#E3E4F7;border-color:#3D3FA8}.who small{display:block;font:12px ui-monospace,monospace;color:#5a637a}
.item{display:block;padding:14px 16px;border-bottom:1px solid #C6CCDA;border-left:3px solid transparent;color:inherit;text-decoration:none}.item.on{background:#fff;border-color:#3D3FA8}.item span{float:right;color:#5a637a;font:12px ui-monospace,monospace}.item p{color:#3a4257;margin:2px 0 0;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.read{padding:20px;display:flex;flex-direction:column;gap:20px}.read dl{display:grid;grid-template-columns:130px 1fr;margin:10px 0 0;font:13px/1.5 ui-monospace,monospace}.read dt{color:#5a637a}.read dd{margin:0;overflow-wrap:anywhere}.read iframe{border:0;width:100%;height:420px;background:#fff}.read .top{padding:20px;border-bottom:1px solid #C6CCDA}
.answer{padding:16px 20px}.answer .row{display:flex;gap:8px;margin-top:10px;flex-wrap:wrap}.trouble{padding:16px;border-left:1px solid #C6CCDA;background:#F8F9FD}.fault{border:1px solid #C6CCDA;background:#fff;border-radius:3px;padding:10px 12px;margin-bottom:8px;display:flex;justify-content:space-between;align-items:center;gap:8px}.fault.on{background:#FFF5D1;border-color:#D9B83C}.fault b{font:600 12px ui-monospace,monospace;background:#E4E8F0;border-radius:3px;padding:2px 6px}.calls{font:12px/1.7 ui-monospace,monospace}.calls div{display:flex;gap:8px}.calls em{margin-left:auto;font-style:normal}.bad{color:#a31b12}
@media(max-width:1000px){.mail{display:block;height:auto}.trouble{border-left:0}}
`;

export const troubles: { name: string; label: string; detail: string; fault: Record<string, unknown> }[] = [
  {
    name: "429",
    label: "too many requests",
    detail: "before sending, twice",
    fault: { kind: "status-before", status: 429, retryAfter: "2", path: "/send$", times: 2 },
  },
  {
    name: "503",
    label: "before the work is done",
    detail: "not sent, next 2 calls",
    fault: { kind: "status-before", status: 503, path: "/send$", times: 2 },
  },
  {
    name: "504",
    label: "after sending",
    detail: "sent, but says it failed, once",
    fault: { kind: "status-after", status: 504, path: "/send$", times: 1 },
  },
  {
    name: "drop",
    label: "cut the connection",
    detail: "no answer at all, next send",
    fault: { kind: "drop-after", path: "/send$", times: 1 },
  },
  {
    name: "slow",
    label: "wait before answering",
    detail: "8 s, next send",
    fault: { kind: "delay", ms: 8000, path: "/send$", times: 1 },
  },
];

/** The mail of everybody, as they got it, with the means to answer and to make trouble. */
export async function mailPage(chosen: string | null, mailId: string | null, search: string): Promise<string> {
  const like = `%${search.toLowerCase()}%`;
  const outside = await sql<
    { recipient: string; count: number; fresh: number }[]
  >`select recipient, count(*)::int as count, (count(*) filter (where answered is null))::int as fresh from delivered
    where outside and recipient like ${like} group by 1 order by max(seq) desc limit 200`;
  const [sum] = await sql<
    { mails: number; answered: number }[]
  >`select count(*)::int as mails, (count(*) filter (where answered is not null))::int as answered from delivered`;
  const recipient = chosen ?? outside[0]?.recipient ?? null;
  const mails = recipient
    ? await sql<Delivered[]>`select * from delivered where recipient = ${recipient} order by seq desc limit 100`
    : [];
  const open = mails.find((mail) => mail.id === mailId) ?? mails[0];
  const who = (address: string, fresh: number) =>
    `<a class="who${address === recipient ? " on" : ""}" href="/?to=${encodeURIComponent(address)}${search ? `&q=${encodeURIComponent(search)}` : ""}"><span>${escapeHtml(nameOf(address))}<small>${escapeHtml(address)}</small></span>${fresh ? `<span class="tag" style="align-self:center">${fresh}</span>` : ""}</a>`;
  const team = people.filter((person) => person.kind === "member").map((person) => who(person.email, 0));
  const body = `<div class="mail"><nav class="col" aria-label="People"><h2>Mail as the others see it</h2><form><input type="search" name="q" value="${escapeHtml(search)}" placeholder="find a person or address" aria-label="Find a person or address"></form>
    ${outside.length === 0 ? '<p class="dim" style="padding:0 16px">Nothing has left yet. Launch a campaign and its mails arrive here.</p>' : outside.map((row) => who(row.recipient, row.fresh)).join("")}<h2 style="margin-top:18px">Team mailboxes</h2>${team.join("")}</nav>
    <section class="col" aria-label="Mails"><h2>${recipient ? escapeHtml(nameOf(recipient)) : "No mail yet"}</h2>${mails.map((mail) => listed(mail, mail.id === open?.id)).join("")}</section>
    <main class="read">${open ? reading(open) : '<p class="dim">Pick a mail on the left.</p>'}</main>${trouble()}</div><script>${script}</script>`;
  return page("Mail as the others see it", body, {
    tab: "Mail",
    css,
    right: `${sum?.mails ?? 0} delivered &nbsp; ${sum?.answered ?? 0} answered`,
  });
}

function listed(mail: Delivered, on: boolean) {
  const text = mail.body
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return `<a class="item${on ? " on" : ""}" href="/?to=${encodeURIComponent(mail.recipient)}&mail=${mail.id}"><span>${mail.at.toISOString().slice(11, 19)}</span><b>${escapeHtml(mail.sender_name || mail.sender)}</b><br>${escapeHtml(mail.subject)}<p>${escapeHtml(text.slice(0, 90))}</p></a>`;
}

function reading(mail: Delivered) {
  const lines: [string, string | null | undefined][] = [
    ["From", `${mail.sender_name} <${mail.sender}>`],
    ["To", mail.recipient],
    ["Date", mail.at.toUTCString()],
    ["Message-ID", mail.message_id],
    ["In-Reply-To", mail.in_reply_to],
    ...mail.headers.map((header): [string, string] => [header.name, header.value]),
  ];
  const head = lines
    .filter(([, value]) => value)
    .map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value ?? "")}</dd>`);
  const name = escapeHtml(nameOf(mail.recipient).split(" ")[0] ?? "them");
  return `<article class="card"><div class="top"><h2>${escapeHtml(mail.subject)}</h2><dl>${head.join("")}</dl></div><iframe sandbox="" title="Text of the mail" srcdoc="${escapeHtml(`<style>body{font:16px/1.45 Calibri,Carlito,sans-serif;padding:8px 20px}</style>${mail.body}`)}"></iframe></article>
    <form class="card answer" method="post" action="/answer"><h2>Answer as ${name}</h2><input type="hidden" name="id" value="${mail.id}"><textarea name="text" rows="3" aria-label="Text of the answer">Thursday at ten works. Please call the office number.</textarea>
    <div class="row"><button class="main" name="kind" value="reply">Reply</button><button name="kind" value="automatic">Out of office</button><button name="kind" value="bounce">Bounce</button><button name="kind" value="unsubscribe">Unsubscribe</button></div>
    <p class="dim" style="margin:10px 0 0">${mail.answered ? `Answered: ${escapeHtml(mail.answered)}. ` : ""}Out of office marks itself automatic. Bounce comes from the mail system with 550 5.1.10. Unsubscribe presses the button behind the link.</p></form>`;
}

function trouble() {
  const rows = troubles.map((one) => {
    const active = faults.filter((fault) => fault.kind === one.fault.kind && fault.status === (one.fault.status ?? 503));
    const left = active.reduce((count, fault) => count + (fault.times ?? 1), 0);
    const done = active.reduce((count, fault) => count + fault.struck, 0);
    return `<form class="fault${left > 0 ? " on" : ""}" method="post" action="/trouble"><span><b>${one.name}</b> ${one.label}<br><small class="dim">${one.detail}; ${done} done</small></span><button name="name" value="${one.name}">${left > 0 ? "on" : "off"}</button></form>`;
  });
  const last = calls
    .slice(-12)
    .reverse()
    .map(
      (call) =>
        `<div class="${call.status >= 400 || call.status < 0 ? "bad" : ""}"><span>${call.at.slice(11, 19)}</span><span>${call.method}</span><span>…${escapeHtml(call.path.slice(-24))}</span><em>${call.status < 0 ? "cut" : call.status}</em></div>`,
    );
  return `<aside class="trouble"><h2>Make trouble</h2><p class="dim">What Exchange does on a bad day.</p>${rows.join("")}<form method="post" action="/trouble"><button style="width:100%" name="name" value="off">Everything off</button></form><h2 style="margin-top:18px">Last requests</h2><div class="calls">${last.join("")}</div></aside>`;
}

// Looks for new mail every two seconds and shows it, unless somebody is writing.
const script = `let seen=null;setInterval(async()=>{try{const r=await fetch("/count");const n=await r.text();if(seen!==null&&n!==seen&&!document.activeElement.matches("textarea,input"))location.reload();seen=n}catch{}},2000)`;

export function requestsPage(): string {
  const rows = [...calls]
    .reverse()
    .map(
      (call) =>
        `<tr><td>${call.at.slice(11, 23)}</td><td>${call.method}</td><td>${escapeHtml(call.path)}</td><td>${escapeHtml(call.mailbox ?? "")}</td><td>${call.ms} ms</td><td>${call.status < 0 ? "cut" : call.status}</td></tr>`,
    );
  return page(
    "Requests",
    `<main style="padding:24px"><h1>What the app asked</h1><p class="dim">The last ${calls.length}.</p><table class="mono card" style="width:100%;border-spacing:12px 4px">${rows.join("")}</table></main>`,
    { tab: "Requests" },
  );
}

export function peoplePage(): string {
  const rows = people.map(
    (person) =>
      `<tr><td>${escapeHtml(person.name)}</td><td class="mono">${escapeHtml(person.email)}</td><td>${escapeHtml(person.tenantName)}</td><td>${person.kind}</td><td><form method="post" action="/revoke"><button name="person" value="${person.oid}">Sign out at Microsoft</button></form></td></tr>`,
  );
  return page(
    "People",
    `<main style="padding:24px"><h1>People</h1><p class="dim">Signing somebody out kills their tokens; the app learns it at the next call.</p><table class="card" style="border-spacing:20px 8px">${rows.join("")}</table></main>`,
    { tab: "People" },
  );
}
