import { answerAs, bounceLater, findDelivered } from "../answers";
import { addFault, clearTrouble } from "../faults";
import { form, html, type Route, redirect } from "../http";
import { endSessions, withdrawConsent } from "../oauth/consents";
import { findPerson, type Person } from "../people";
import { setTrouble, state } from "../state";
import { sql } from "../store";
import { unsubscribeBy, unsubscribeByMail } from "../unsubscribes";
import { mailPage } from "./mail";
import { peoplePage, rules } from "./people";
import { requestsPage } from "./tables";
import { faultsOf, troubles } from "./trouble";

export const pageRoutes: Route[] = [
  {
    method: "GET",
    pattern: /^\/$/,
    handle: async ({ url }) =>
      html(
        await mailPage(
          url.searchParams.get("to"),
          url.searchParams.get("mail"),
          url.searchParams.get("q") ?? "",
          url.searchParams.get("note") ?? "",
        ),
      ),
  },
  { method: "GET", pattern: /^\/requests$/, handle: async () => html(requestsPage()) },
  { method: "GET", pattern: /^\/people$/, handle: async () => html(peoplePage()) },
  {
    method: "GET",
    pattern: /^\/count$/,
    handle: async () => {
      const [row] = await sql<
        { count: string }[]
      >`select (select count(*) from delivered) || '.' || (select count(*) from messages where folder = 'inbox') as count`;
      return { status: 200, body: row?.count ?? "0" };
    },
  },
  {
    method: "POST",
    pattern: /^\/answer$/,
    handle: async (request) => {
      const fields = form(request);
      const mail = await findDelivered(fields.get("id") ?? "");
      if (!mail) return redirect("/");
      const kind = fields.get("kind");
      let note = "The answer is in the mailbox.";
      if (kind === "bounce") await bounceLater(mail);
      else if (kind === "unsubscribe") note = said(await unsubscribeBy(mail));
      else if (kind === "unsubscribe by mail") note = saidByMail(await unsubscribeByMail(mail));
      else
        await answerAs(
          mail,
          kind === "automatic" ? "automatic" : "reply",
          kind === "automatic" ? "I am away until next week." : (fields.get("text") ?? ""),
        );
      return redirect(`/?to=${encodeURIComponent(mail.recipient)}&mail=${mail.id}&note=${encodeURIComponent(note)}`);
    },
  },
  {
    method: "POST",
    pattern: /^\/trouble$/,
    handle: async (request) => {
      const name = form(request).get("name");
      const chosen = troubles.find((one) => one.name === name);
      const before = faultsOf(name ?? "").filter((fault) => fault.times === null || fault.times > 0);
      if (!chosen) clearTrouble();
      else if (before.length > 0) for (const fault of before) fault.times = 0;
      else addFault(chosen.fault);
      const from = request.headers.referer ? new URL(request.headers.referer) : null;
      if (from?.pathname === "/") return redirect(`/${from.search}`);
      return redirect("/");
    },
  },
  {
    method: "POST",
    pattern: /^\/account$/,
    handle: async (request) => {
      const fields = form(request);
      const person = findPerson(fields.get("person") ?? "");
      if (person) await change(person, fields);
      return redirect("/people");
    },
  },
  {
    method: "POST",
    pattern: /^\/rule$/,
    handle: async (request) => {
      const [name = "", value = ""] = [...form(request)][0] ?? [];
      const rule = rules.find((one) => one.name === name);
      const said = rule?.values.find((one) => String(one.value) === value);
      if (rule && said) Object.assign(state, { [rule.name]: said.value });
      return redirect("/people");
    },
  },
  {
    method: "POST",
    pattern: /^\/unreadable$/,
    handle: async (request) => {
      const [to, id] = ["to", "id"].map((name) => form(request).get(name) ?? "");
      await sql`update messages set unreadable = case when unreadable is null then 'ErrorContentConversionFailed' end where id = ${id ?? ""}`;
      return redirect(`/?to=${encodeURIComponent(to ?? "")}&mail=${encodeURIComponent(id ?? "")}`);
    },
  },
];

async function change(person: Person, fields: URLSearchParams) {
  const { licence, full, sending, refresh, end } = Object.fromEntries(fields);
  if (licence) setTrouble(person.email, { licence: licence === "given" });
  if (full !== undefined) setTrouble(person.email, { full: full === "403" ? 403 : full === "507" ? 507 : null });
  if (sending !== undefined) setTrouble(person.email, { sending: sending || null });
  if (refresh !== undefined) setTrouble(person.email, { refresh: Number(refresh) || null });
  if (end === "consent") await withdrawConsent(person);
  if (end === "session") await endSessions(person.oid);
}

function said(status: number) {
  if (status === 404) return "This mail has no link to unsubscribe, or its page is gone.";
  return status < 400 ? "Unsubscribed." : `The page behind the link answered ${status}.`;
}

function saidByMail(id: string | null) {
  return id ? "The mail that unsubscribes is in the mailbox." : "This mail names no address to unsubscribe by mail.";
}
