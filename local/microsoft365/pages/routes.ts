import { answerAs, bounceLater, findDelivered, unsubscribeBy } from "../answers";
import { addFault, clearTrouble, type Fault, type FaultKind } from "../faults";
import { form, html, type Route, redirect } from "../http";
import { revoke } from "../oauth/token";
import { sql } from "../store";
import { mailPage, peoplePage, requestsPage, troubles } from "./mail";

export const pageRoutes: Route[] = [
  {
    method: "GET",
    pattern: /^\/$/,
    handle: async ({ url }) =>
      html(await mailPage(url.searchParams.get("to"), url.searchParams.get("mail"), url.searchParams.get("q") ?? "")),
  },
  { method: "GET", pattern: /^\/requests$/, handle: async () => html(requestsPage()) },
  { method: "GET", pattern: /^\/people$/, handle: async () => html(peoplePage()) },
  {
    method: "GET",
    pattern: /^\/count$/,
    handle: async () => {
      const [row] = await sql<{ count: string }[]>`select count(*)::text as count from delivered`;
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
      if (kind === "bounce") await bounceLater(mail);
      else if (kind === "unsubscribe") await unsubscribeBy(mail);
      else
        await answerAs(
          mail,
          kind === "automatic" ? "automatic" : "reply",
          kind === "automatic" ? "I am away until next week." : (fields.get("text") ?? ""),
        );
      return redirect(`/?to=${encodeURIComponent(mail.recipient)}&mail=${mail.id}`);
    },
  },
  {
    method: "POST",
    pattern: /^\/trouble$/,
    handle: async (request) => {
      const name = form(request).get("name");
      const chosen = troubles.find((one) => one.name === name);
      if (chosen) addFault(chosen.fault as Partial<Fault> & { kind: FaultKind });
      else clearTrouble();
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
