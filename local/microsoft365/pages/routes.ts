import { answerAs, bounceLater, findDelivered, unsubscribeBy } from "../answers";
import { addFault, clearTrouble } from "../faults";
import { form, html, type Route, redirect } from "../http";
import { revoke } from "../oauth/token";
import { sql } from "../store";
import { mailPage } from "./mail";
import { peoplePage, requestsPage } from "./tables";
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
    pattern: /^\/revoke$/,
    handle: async (request) => {
      await revoke(form(request).get("person") ?? "");
      return redirect("/people");
    },
  },
];

function said(status: number) {
  if (status === 404) return "This mail has no link to unsubscribe, or its page is gone.";
  return status < 400 ? "Unsubscribed." : `The page behind the link answered ${status}.`;
}
