import { escapeHtml } from "../http";
import { type Person, people } from "../people";
import { page } from "./layout";

const css = `
.split{display:grid;grid-template-columns:1fr 380px;min-height:calc(100vh - 74px)}.middle{padding:44px 24px;display:flex;justify-content:center;align-items:flex-start}
.middle .card{width:640px;max-width:100%}.head p{margin:0}.head{padding:24px 28px;border-bottom:1px solid #C6CCDA}.person{display:flex;width:100%;text-align:left;gap:14px;border:0;border-bottom:1px solid #DDE2EC;border-radius:0;padding:13px 28px;align-items:center}
.person:hover{background:#F3F4FC}.person i{width:36px;height:36px;border-radius:3px;background:#E6E7F7;color:#3D3FA8;display:grid;place-items:center;font:600 14px ui-monospace,monospace}.person small{display:block;color:#5a637a;font:13px ui-monospace,monospace}.person b{font-weight:600}.person em{margin-left:auto;width:250px;font-style:normal;color:#5a637a;font-size:13px}
aside{background:#F8F9FD;border-left:1px solid #C6CCDA;padding:24px}dl{margin:12px 0 0}dt{color:#5a637a;font:12px ui-monospace,monospace;border-top:1px solid #DDE2EC;padding-top:9px;margin-top:9px}dd{margin:2px 0 0;font:13px ui-monospace,monospace;overflow-wrap:anywhere}
.ask{display:grid;grid-template-columns:160px 1fr;padding:14px 28px;border-bottom:1px solid #DDE2EC}.ask code{color:#3D3FA8}.ask span{color:#5a637a;display:block}.foot{padding:16px 28px;display:flex;gap:8px;align-items:center}.foot span{margin-left:auto;color:#5a637a}.group{display:flex;gap:12px;align-items:baseline;background:#F8F9FD;border-bottom:1px solid #DDE2EC;padding:9px 28px}.group span,.group code{color:#5a637a}.group code{margin-left:auto}.person.on{background:#E6E6F7}.person.on i{background:#3D3FA8;color:#fff}.fail{display:flex;gap:8px;align-items:center;flex-wrap:wrap;background:#F8F9FD;border-top:1px solid #C6CCDA;padding:13px 28px;font-size:14px}.fail span{color:#5a637a;margin-right:4px}.fail button{padding:2px 9px;min-height:28px}dd b{color:#1f6b3a}
@media(max-width:760px){.split{grid-template-columns:minmax(0,1fr)}.middle{padding:16px}.group code{display:none}.head,.person,.group,.fail,.ask,.foot{padding-left:18px;padding-right:18px}aside{border-left:0;border-top:1px solid #C6CCDA}.ask{grid-template-columns:1fr}.person em{display:none}}
`;

const meanings: Record<string, [string, string]> = {
  "Mail.ReadWrite": ["Read and write mail in this mailbox", "Drafts are made here, and answers are read here."],
  "Mail.Read": ["Read mail in this mailbox", "Answers are read here."],
  "Mail.Send": ["Send mail as this mailbox", "Each mail leaves from its own address."],
  "User.Read": ["Read name and address", "To say whose mailbox it is."],
  offline_access: ["Keep this while {name} is away", "A refresh token that each use renews. Withdraw it under People."],
  "MailboxSettings.Read": ["Read the settings of this mailbox", "To know its time zone."],
};

function hidden(given: Record<string, string>, more: Record<string, string> = {}) {
  return Object.entries({ ...given, ...more })
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join("");
}

/** What the app sent, with what is made of it. */
function sent(given: Record<string, string>) {
  const cut = (text = "") => (text.length > 24 ? `${text.slice(0, 4)}…${text.slice(-3)}` : text);
  const lines: [string, string, string][] = [
    ["client_id", given.client_id ?? "", "known"],
    ["redirect_uri", given.redirect_uri ?? "", "registered"],
    ["scope", (given.scope ?? "").replaceAll("https://graph.microsoft.com/", ""), ""],
    ["prompt", given.prompt ?? "", ""],
    ["login_hint", given.login_hint ?? "", ""],
    ["code_challenge", given.code_challenge ? `${cut(given.code_challenge)}, S256` : "", "kept for the exchange"],
    ["nonce", given.nonce ? `${cut(given.nonce)}, comes back in the token` : "", ""],
    ["state", given.state ? `${cut(given.state)}, returned as it is` : "", ""],
  ];
  const rows = lines
    .filter(([, value]) => value)
    .map(([name, value, fine]) => `<dt>${name}</dt><dd>${escapeHtml(value)}${fine ? ` <b>${fine}</b>` : ""}</dd>`);
  return `<aside aria-label="What Countersign sent"><h2>What Countersign sent</h2><p class="dim">Checked as Microsoft checks it.</p><dl>${rows.join("")}</dl></aside>`;
}

/** What signing in as somebody leads to, for who tries the product out. */
function aboutOf(person: Person): string {
  const first = people.find((one) => one.tenantId === person.tenantId);
  if (first?.oid !== person.oid)
    return person.email.startsWith("sales@")
      ? "A mailbox that several people share."
      : person.upn !== person.email
        ? `Sends and receives as ${person.email}.`
        : "Consents for the own mailbox.";
  return "Administrator of the organisation: consents for everyone.";
}

export function signInPage(tenant: string, given: Record<string, string>, all: Person[]): string {
  const hint = (given.login_hint ?? "").toLowerCase();
  const members = all.filter((person) => person.kind === "member");
  const row = (person: Person) =>
    `<button class="person${[person.email, person.upn].includes(hint) ? " on" : ""}" name="person" value="${person.oid}"><i>${escapeHtml(person.name.slice(0, 1))}</i><span><b>${escapeHtml(person.name)}</b><small>${escapeHtml(person.upn)}</small></span><em>${escapeHtml(aboutOf(person))}</em></button>`;
  const groups = [...new Set(members.map((person) => person.tenantId))].map((tid) => {
    const mine = members.filter((person) => person.tenantId === tid);
    const [first] = mine;
    return `<div class="group"><b>${escapeHtml(first?.tenantName ?? "")}</b><span>${escapeHtml(first?.email.split("@")[1] ?? "")}</span><code>tid ${tid.slice(0, 8)}-…-${tid.slice(-4)}</code></div>${mine.map(row).join("")}`;
  });
  const odd = all
    .filter((person) => person.kind !== "member")
    .map((person) => {
      const label = person.kind === "guest" ? `Guest of ${person.tenantName}` : "Personal account";
      return `<button name="person" value="${person.oid}">${escapeHtml(label)}</button>`;
    });
  const nonce = given.nonce && members[0] ? `<button name="fail" value="nonce">Wrong nonce</button>` : "";
  return page(
    "Pick a person to sign in as",
    `<div class="split"><main class="middle"><form class="card" method="post" action="/${escapeHtml(tenant)}/oauth2/v2.0/authorize"><div class="head"><h1>Pick a person to sign in as</h1><p class="dim">Countersign asks who you are. No password: these people exist only here.</p></div>${hidden(given)}${groups.join("")}<div class="fail"><span>Or make it fail:</span><button name="fail" value="cancel">Cancel</button>${odd.join("")}${nonce}</div></form></main>${sent(given)}</div>`,
    { css, right: "/oauth2/v2.0/authorize" },
  );
}

export function consentPage(tenant: string, given: Record<string, string>, person: Person, scopes: string[]): string {
  const first = person.name.split(" ")[0] ?? person.name;
  const rows = scopes.map((scope) => {
    const [title, detail] = meanings[scope] ?? [scope, ""];
    const say = (text: string) => escapeHtml(text.replace("{name}", first));
    return `<div class="ask"><code>${escapeHtml(scope)}</code><div><b>${say(title)}</b><span>${say(detail)}</span></div></div>`;
  });
  const again = new URLSearchParams(Object.entries(given).filter(([, value]) => value));
  return page(
    "Consent",
    `<div class="split"><main class="middle"><form class="card" method="post" action="/${escapeHtml(tenant)}/oauth2/v2.0/consent"><div class="head"><h1>Countersign asks to use ${escapeHtml(person.email)}</h1><p class="dim">A second consent, apart from signing in: this one is for mail.</p></div>
    ${hidden(given, { person: person.oid })}${rows.join("")}<div class="foot"><button class="main" name="answer" value="accept">Allow</button><button name="answer" value="refuse">Refuse</button><span>Another person? <a href="/${escapeHtml(tenant)}/oauth2/v2.0/authorize?${escapeHtml(again.toString())}">Go back</a></span></div>
    <div class="fail"><span>Or make it fail:</span><button name="answer" value="administrator">Needs an administrator</button><button name="answer" value="send-only">Grant Mail.Send only</button><button name="answer" value="withdraw">Withdraw after one mail</button></div></form></main>${sent(given)}</div>`,
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
