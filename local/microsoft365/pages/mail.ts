import { escapeHtml } from "../http";
import { sql } from "../store";
import { page } from "./layout";
import { mailCss } from "./mail-css";
import { asHtml, called, mailsOf, outsideRows, type Read, type Row, teamRows } from "./mailboxes";
import { troubleColumn } from "./trouble";

const shown = 200;

/** The mail of everybody, as they got it, with the means to answer and to make trouble. */
export async function mailPage(chosen: string | null, mailId: string | null, search: string, note: string): Promise<string> {
  const [outside, team] = await Promise.all([outsideRows(search), teamRows()]);
  const [sum] = await sql<
    { mails: number; answered: number }[]
  >`select (count(*) filter (where at >= current_date))::int as mails, (count(*) filter (where answered is not null and at >= current_date))::int as answered from delivered`;
  const address = chosen ?? outside[0]?.address ?? null;
  const mails = address ? await mailsOf(address) : [];
  const open = mails.find((mail) => mail.id === mailId) ?? mails[0];
  const place = outside.findIndex((row) => row.address === address);
  const next = place >= 0 ? outside.slice(place + 1).find((row) => row.fresh > 0) : undefined;
  const row = (one: Row, plain: boolean) => person(one, one.address === address, search, plain);
  const empty = search ? "Nobody fits." : "Nothing has left yet. Launch a campaign and its mails arrive here.";
  const more = outside.length > shown ? `<p class="dim pad">${outside.length - shown} more, found by searching</p>` : "";
  const body = `<div class="mail"><nav class="col" aria-label="People"><h1>Mail as the others see it</h1><form><input type="search" name="q" value="${escapeHtml(search)}" placeholder="find a person or address" aria-label="Find a person or address"></form>
    <h3>Outside <span class="mono">${outside.length}</span></h3>${
      outside.length === 0
        ? `<p class="dim pad">${empty}</p>`
        : outside
            .slice(0, shown)
            .map((one) => row(one, false))
            .join("")
    }${more}
    <h3 class="team">Team mailboxes <span class="mono">${team.length}</span></h3>${team.map((one) => row(one, true)).join("")}</nav>
    <section class="col" aria-label="Mails">${address ? `<div class="whose"><h2>${escapeHtml(called(address))}</h2><code>${escapeHtml(address)}</code></div>` : '<div class="whose"><h2>No mail yet</h2></div>'}${mails.map((mail) => listed(mail, mail.id === open?.id)).join("")}${address && mails.length === 0 ? '<p class="dim pad">Nothing has arrived.</p>' : ""}${open ? twice(open) : ""}</section>
    <main class="read">${open ? reading(open) : '<p class="dim pad">Pick a person on the left.</p>'}${open ? (open.canAnswer ? answering(open, next?.address, note) : received(open)) : ""}</main>${troubleColumn()}</div><script>${script}</script>`;
  const right = `<i>${sum?.mails ?? 0} delivered today</i><i>${sum?.answered ?? 0} answered</i>`;
  return page("Mail as the others see it", body, { tab: "Mail", css: mailCss, right });
}

function person(one: Row, on: boolean, search: string, plain: boolean) {
  const href = `/?to=${encodeURIComponent(one.address)}${search ? `&q=${encodeURIComponent(search)}` : ""}`;
  const name = plain
    ? `<span><code>${escapeHtml(one.address)}</code></span>`
    : `<span>${escapeHtml(called(one.address))}<small>${escapeHtml(one.address)}</small></span>`;
  const side = one.fresh > 0 ? `<b class="tag">${one.fresh}</b>` : one.at && !plain ? clock(one.at, "small") : "";
  return `<a class="who${on ? " on" : ""}${one.fresh > 0 ? " fresh" : ""}" href="${escapeHtml(href)}"${on ? ' aria-current="true"' : ""}>${name}${side}</a>`;
}

/** An instant that the page's script writes in the reader's own zone. */
function clock(at: Date, kind: "small" | "day") {
  return `<time class="mono" data-kind="${kind}" datetime="${at.toISOString()}">${at.toISOString().slice(11, 16)}</time>`;
}

function listed(mail: Read, on: boolean) {
  const text = mail.body
    .replace(/<(style|head)[\s\S]*?<\/\1>/gi, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&nbsp;/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return `<a class="item${on ? " on" : ""}" href="/?to=${encodeURIComponent(mail.recipient)}&amp;mail=${encodeURIComponent(mail.id)}"${on ? ' aria-current="true"' : ""}>${clock(mail.at, "day")}<b>${escapeHtml(mail.sender_name || mail.sender)}</b><br>${escapeHtml(mail.subject)}<p>${escapeHtml(text.slice(0, 100))}</p></a>`;
}

/** One mail that came twice is the one thing that must not happen: it is said where it is read. */
function twice(mail: Read) {
  if (mail.copies < 2) return "";
  return `<div class="yellow twice"><b class="mono">${mail.copies}</b> copies of this mail arrived here.</div>`;
}

function reading(mail: Read) {
  const lines: [string, string | null][] = [
    ["From", `${mail.sender_name} <${mail.sender}>`],
    ["To", mail.recipient],
    ["Date", mail.at.toUTCString()],
    ["Message-ID", mail.message_id],
    ["In-Reply-To", mail.in_reply_to],
    ...mail.headers.map((header): [string, string | null] => [header.name ?? "(no name)", header.value]),
  ];
  const head = lines
    .filter(([, value]) => value)
    .map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value ?? "")}</dd>`);
  const text = `<style>body{font:16px/1.5 Carlito,Calibri,sans-serif;margin:18px 20px;color:#1B1F2B}</style><base target="_blank">${asHtml(mail)}`;
  return `<div class="scroll" tabindex="0" role="region" aria-label="The mail"><article class="card"><div class="top"><h2>${escapeHtml(mail.subject)}</h2><dl>${head.join("")}</dl></div><iframe sandbox="allow-popups" title="Text of the mail" srcdoc="${escapeHtml(text)}"></iframe></article></div>`;
}

function answering(mail: Read, next: string | undefined, note: string) {
  const name = escapeHtml(called(mail.recipient).split(" ")[0] ?? "them");
  const before = mail.answered ? `Answered already: ${escapeHtml(mail.answered)}. ` : "";
  const button = (value: string, label: string, main = "") => `<button${main} name="kind" value="${value}">${label}</button>`;
  return `<form class="answer" method="post" action="/answer"><h2>Answer as ${name} <span class="dim">arrives in ${escapeHtml(mail.sender)} at once</span></h2><input type="hidden" name="id" value="${escapeHtml(mail.id)}"><textarea name="text" rows="2" aria-label="Text of the answer">Thursday at ten works. Please call the office number.</textarea>
    <div class="row">${button("reply", "Reply", ' class="main"')}${button("automatic", "Out of office")}${button("bounce", "Bounce")}${button("unsubscribe", "Unsubscribe")}${button("unsubscribe by mail", "Unsubscribe by mail")}${next ? `<span class="dim">next: <a href="/?to=${encodeURIComponent(next)}">${escapeHtml(called(next))}</a></span>` : ""}</div>
    <p class="dim" role="status">${note ? `<b>${escapeHtml(note)}</b> ` : ""}${before}Out of office marks itself automatic. Bounce comes from the mail system with 550 5.1.10. Unsubscribe presses the button behind the link; by mail is Outlook’s own button.</p></form>`;
}

/** What lies in a team mailbox can be spoilt for Graph, as single items are in real mailboxes. */
function received(mail: Read) {
  const says = mail.unreadable
    ? "Reading it answers 500 for ever; what comes after it must still be read."
    : "Some items of a real mailbox cannot be read, and answer 500 for ever.";
  return `<form class="answer" method="post" action="/unreadable"><input type="hidden" name="to" value="${escapeHtml(mail.recipient)}"><input type="hidden" name="id" value="${escapeHtml(mail.id)}"><div class="row"><button>${mail.unreadable ? "Make it readable again" : "Make it unreadable"}</button></div><p class="dim" role="status">${says}</p></form>`;
}

// Times in the reader's zone; new mail is shown within two seconds, unless somebody writes or the page lies hidden.
const script = `const two=n=>String(n).padStart(2,"0");for(const t of document.querySelectorAll("time[data-kind]")){const d=new Date(t.dateTime),today=d.toDateString()===new Date().toDateString(),c=d.getHours()+":"+two(d.getMinutes());t.textContent=today?(t.dataset.kind==="day"?"today ":"")+c:d.toLocaleDateString("en-GB",{weekday:"short",day:"numeric",month:"short"})+(t.dataset.kind==="day"?", "+c:"")}
let touched=false;addEventListener("input",()=>touched=true);let seen=null;setInterval(async()=>{try{const n=await(await fetch("/count")).text();if(seen!==null&&n!==seen&&!touched&&!document.hidden)location.reload();seen=n}catch{}},2000)`;
