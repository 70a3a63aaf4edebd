import { sendingTroubles } from "../admin/accounts";
import { escapeHtml } from "../http";
import { consentAnswers } from "../oauth/consents";
import { refusals } from "../oauth/refusals";
import { type Person, people } from "../people";
import { state, troubleOf } from "../state";
import { page } from "./layout";

type Choice = { value: string | boolean; label: string };

/** What holds for everybody; each name is one of `state`. */
export const rules: {
  name: "consentAnswer" | "adminConsentNeeded" | "continuousAccessEvaluation" | "sentId" | "retryAfterAs";
  label: string;
  values: Choice[];
}[] = [
  {
    name: "consentAnswer",
    label: "Asking for mail leads back with",
    values: [
      { value: "", label: "what the person chooses" },
      ...Object.keys(consentAnswers).map((code) => ({ value: code, label: code.replace(/^\d/, "AADSTS$&") })),
    ],
  },
  {
    name: "adminConsentNeeded",
    label: "Who may consent to mail",
    values: [
      { value: false, label: "everybody" },
      { value: true, label: "only an administrator" },
    ],
  },
  {
    name: "continuousAccessEvaluation",
    label: "When consent or a session ends",
    values: [
      { value: false, label: "the token at hand lives on for up to an hour" },
      { value: true, label: "the token at hand ends too" },
    ],
  },
  {
    name: "sentId",
    label: "The id of a draft, once it is sent",
    values: [
      { value: "stays", label: "stays" },
      { value: "changes", label: "changes" },
    ],
  },
  {
    name: "retryAfterAs",
    label: "Retry-After is written",
    values: [
      { value: "seconds", label: "in seconds" },
      { value: "date", label: "as a date" },
    ],
  },
];

const css = `.all{padding:24px}.all table{border-spacing:16px 8px}.all th{text-align:left;font-weight:600;font-size:13px;color:#5a637a}.all td small{display:block}.all select{font:inherit;font-size:13px;min-height:36px;max-width:200px}.all h2{margin-top:24px}.all button{white-space:nowrap}`;

export function peoplePage(): string {
  const rows = people.map((person) => {
    const name = person.upn === person.email ? "" : `<small class="mono dim">signs in as ${escapeHtml(person.upn)}</small>`;
    return `<tr><td>${escapeHtml(person.name)}<small class="mono dim">${escapeHtml(person.email)}</small>${name}</td><td>${escapeHtml(person.tenantName)}, ${person.kind}</td>
      <td>${licence(person)}</td><td>${pick(person, "full", "Room", ["403", "507"], troubleOf(person.email).full)}</td><td>${pick(person, "sending", "Sending", sendingTroubles, troubleOf(person.email).sending)}</td>
      <td>${pick(person, "refresh", "Refresh", Object.keys(refusals), troubleOf(person.email).refresh)}</td>
      <td>${button(person, "end", "consent", "Withdraw consent")}</td><td>${button(person, "end", "session", "Sign out at Microsoft")}</td></tr>`;
  });
  const ruled = rules.map(
    ({ name, label, values }) =>
      `<tr><td>${label}</td><td><form method="post" action="/rule"><select name="${name}" aria-label="${label}" onchange="this.form.submit()">${values.map((one) => option(String(one.value), one.label, String(state[name]))).join("")}</select></form></td></tr>`,
  );
  return page(
    "People",
    `<main class="all"><h1>People</h1><p class="dim">A licence can go at any time. Blocked sending is answered by Graph, or by a report after it took the mail. Withdrawn consent and an ended session show when the app next asks for a token.</p>
    <table class="card"><tr><th>Person</th><th>Organisation</th><th>Licence</th><th>Room</th><th>Sending</th><th>Refresh answers</th><th></th><th></th></tr>${rows.join("")}</table>
    <h2>For everybody</h2><table class="card">${ruled.join("")}</table></main>`,
    { tab: "People", css },
  );
}

function licence(person: Person) {
  if (person.kind === "guest") return '<span class="dim">no mailbox here</span>';
  return troubleOf(person.email).licence === false
    ? button(person, "licence", "given", "Give back")
    : button(person, "licence", "taken", "Take away");
}

const hidden = (person: Person) => `<input type="hidden" name="person" value="${person.oid}">`;

function button(person: Person, name: string, value: string, label: string) {
  return `<form method="post" action="/account">${hidden(person)}<button name="${name}" value="${value}">${label}</button></form>`;
}

function pick(person: Person, name: string, label: string, values: string[], now: string | number | null | undefined) {
  const options = values.map((value) => option(value, value, String(now ?? "")));
  return `<form method="post" action="/account">${hidden(person)}<select name="${name}" aria-label="${label}: ${escapeHtml(person.name)}" onchange="this.form.submit()">${option("", "as it should", String(now ?? ""))}${options.join("")}</select></form>`;
}

function option(value: string, label: string, now: string) {
  return `<option value="${escapeHtml(value)}"${value === now ? " selected" : ""}>${escapeHtml(label)}</option>`;
}
