import { escapeHtml } from "../http";
import type { Person } from "../people";
import { page } from "./layout";

const css = `
.split{display:grid;grid-template-columns:1fr 380px;min-height:calc(100vh - 78px)}.middle{padding:44px 24px;display:flex;justify-content:center;align-items:flex-start}
.middle .card{width:620px;max-width:100%}.head{padding:24px 28px;border-bottom:1px solid #C6CCDA}.person{display:flex;width:100%;text-align:left;gap:14px;border:0;border-bottom:1px solid #DDE2EC;border-radius:0;padding:13px 28px;align-items:center}
.person:hover{background:#F3F4FC}.person i{width:36px;height:36px;border-radius:3px;background:#E6E7F7;color:#3D3FA8;display:grid;place-items:center;font:600 14px ui-monospace,monospace}.person small{display:block;color:#5a637a;font:13px ui-monospace,monospace}.person em{margin-left:auto;font-style:normal;color:#5a637a;font-size:13px}
aside{background:#F8F9FD;border-left:1px solid #C6CCDA;padding:24px}dl{margin:12px 0 0}dt{color:#5a637a;font:12px ui-monospace,monospace;border-top:1px solid #DDE2EC;padding-top:9px;margin-top:9px}dd{margin:2px 0 0;font:13px ui-monospace,monospace;overflow-wrap:anywhere}
.ask{display:grid;grid-template-columns:160px 1fr;padding:14px 28px;border-bottom:1px solid #DDE2EC}.ask code{color:#3D3FA8}.ask span{color:#5a637a;display:block}.foot{padding:16px 28px;display:flex;gap:8px;align-items:center}.foot a{margin-left:auto}
@media(max-width:760px){.split{grid-template-columns:1fr}aside{border-left:0;border-top:1px solid #C6CCDA}.ask{grid-template-columns:1fr}}
`;

const meanings: Record<string, [string, string]> = {
  "Mail.ReadWrite": ["Read and write mail in this mailbox", "Drafts are made here, and answers are read here."],
  "Mail.Read": ["Read mail in this mailbox", "Answers are read here."],
  "Mail.Send": ["Send mail as this mailbox", "Each mail leaves from its own address."],
  "MailboxSettings.Read": ["Read the settings of this mailbox", "To know its time zone."],
};

function hidden(given: Record<string, string>, more: Record<string, string> = {}) {
  return Object.entries({ ...given, ...more })
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join("");
}

function sent(given: Record<string, string>) {
  const shown = ["client_id", "redirect_uri", "scope", "prompt", "login_hint", "code_challenge"].filter((name) => given[name]);
  return `<aside><h2>What the app sent</h2><p class="dim">Checked as Microsoft checks it.</p><dl>${shown.map((name) => `<dt>${name}</dt><dd>${escapeHtml(given[name] ?? "")}</dd>`).join("")}</dl></aside>`;
}

export function signInPage(tenant: string, given: Record<string, string>, people: Person[]): string {
  const hint = (given.login_hint ?? "").toLowerCase();
  const sorted = [...people].sort((a, b) => Number(b.email === hint) - Number(a.email === hint));
  const rows = sorted.map(
    (
      person,
    ) => `<button class="person" name="person" value="${person.oid}"><i>${escapeHtml(person.name.slice(0, 1))}</i><span>${escapeHtml(person.name)}<small>${escapeHtml(person.email)}</small></span>
      <em>${escapeHtml(person.kind === "guest" ? `guest of ${person.tenantName}` : person.tenantName)}</em></button>`,
  );
  return page(
    "Pick a person",
    `<div class="split"><main class="middle"><form class="card" method="post" action="/${escapeHtml(tenant)}/oauth2/v2.0/authorize"><div class="head"><h1>Who signs in?</h1><p class="dim">No password here: pick somebody.</p></div>${hidden(given)}${rows.join("")}</form></main>${sent(given)}</div>`,
    { css, right: "/oauth2/v2.0/authorize" },
  );
}

export function consentPage(tenant: string, given: Record<string, string>, person: Person, scopes: string[]): string {
  const rows = scopes.map((scope) => {
    const [title, detail] = meanings[scope] ?? [scope, ""];
    return `<div class="ask"><code>${escapeHtml(scope)}</code><div><b>${escapeHtml(title)}</b><span>${escapeHtml(detail)}</span></div></div>`;
  });
  return page(
    "Consent",
    `<div class="split"><main class="middle"><form class="card" method="post" action="/${escapeHtml(tenant)}/oauth2/v2.0/consent"><div class="head"><h1>The app asks to use ${escapeHtml(person.email)}</h1><p class="dim">A second consent, apart from signing in: this one is for mail.</p></div>
    ${hidden(given, { person: person.oid })}${rows.join("")}<div class="foot"><button class="main" name="answer" value="accept">Allow</button><button name="answer" value="refuse">Refuse</button></div></form></main>${sent(given)}</div>`,
    { css, right: "/oauth2/v2.0/authorize" },
  );
}

export function problemPage(sentence: string): string {
  return page(
    "Sign-in failed",
    `<main class="middle"><div class="card"><div class="head"><h1>This sign-in cannot begin</h1><p>${escapeHtml(sentence)}</p></div></div></main>`,
    { css },
  );
}
