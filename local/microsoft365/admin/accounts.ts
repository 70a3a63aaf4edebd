import { sendingBlocks } from "../graph/send";
import { json, type Request, type Route } from "../http";
import { endSessions, grant, permissionsOf, scopesOf, withdrawConsent } from "../oauth/consents";
import { refusals } from "../oauth/refusals";
import { findPerson, people } from "../people";
import { ownReports } from "../reports";
import { type MailboxTrouble, setTrouble, state } from "../state";
import { body, route, wrong } from "./route";

/** What befalls one account: see the table in routes.ts. */
export const accountRoutes: Route[] = [
  route("GET", "mailboxes", async () => json(200, state.mailboxes)),
  route("POST", "mailboxes", changeMailbox),
  route("POST", "consent", async (request) => {
    const { person, tenant, scopes } = body(request);
    const who = tenant ? people.find((one) => one.tenantId === tenant)?.tenantId : findPerson(String(person ?? ""))?.oid;
    if (!who) return wrong("person is an address or an object id, tenant an id of people.ts.", 404);
    await grant(who, permissionsOf(scopesOf(Array.isArray(scopes) ? scopes.join(" ") : ".default")));
    return json(200, {});
  }),
  route("DELETE", "consent", async ({ url }) => {
    const person = findPerson(url.searchParams.get("person") ?? "");
    if (person) await withdrawConsent(person);
    return json(person ? 200 : 404, {});
  }),
  route("POST", "revoke", async (request) => {
    const person = findPerson(String(body(request).person ?? ""));
    if (person) await endSessions(person.oid);
    return json(person ? 200 : 404, {});
  }),
];

/** What /send or transport can have against a mailbox. */
export const sendingTroubles = [...Object.keys(sendingBlocks), ...Object.keys(ownReports)];

async function changeMailbox(request: Request) {
  const { mailbox, ...given } = body(request) as { mailbox?: string } & MailboxTrouble;
  const chosen = mailbox === "*" ? people : people.filter((one) => one.oid === findPerson(mailbox ?? "")?.oid);
  if (chosen.length === 0) return wrong("mailbox is an address, an object id, or * for all.", 404);
  if (given.sending && !sendingTroubles.includes(given.sending)) return wrong(`sending is one of ${sendingTroubles.join(", ")}.`);
  if (given.refresh && !refusals[given.refresh]) return wrong(`refresh is one of ${Object.keys(refusals).join(", ")}.`);
  for (const person of chosen) setTrouble(person.email, given);
  return json(200, state.mailboxes);
}
