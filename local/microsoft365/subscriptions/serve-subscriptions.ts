import { randomUUID } from "node:crypto";
import type { Asked } from "../graph/asked";
import { folderOf, wantsImmutable } from "../graph/message";
import { type Answer, graphError, json } from "../http";
import { findPerson } from "../people";
import { state } from "../state";
import { sql } from "../store";
import { findSubscription, liveSubscriptions, type Subscription, shown } from "./subscription";
import { validateUrl } from "./validate-url";

const context = "https://graph.microsoft.com/v1.0/$metadata#subscriptions";
const leastMinutes = 45;

/** POST /subscriptions: both addresses are called while the caller waits. */
export async function createSubscription({ request, person, scopes }: Asked): Promise<Answer> {
  if (!mayRead(scopes)) return forbidden();
  const given = JSON.parse(request.body === "" ? "{}" : request.body) as Record<string, unknown>;
  const text = (name: string) => (typeof given[name] === "string" ? given[name] : "");
  const missing = ["changeType", "notificationUrl", "resource", "expirationDateTime"].find((name) => text(name) === "");
  if (missing) return invalid(`${missing} is required.`);
  if (
    text("changeType")
      .split(",")
      .some((type) => !["created", "updated", "deleted"].includes(type.trim()))
  )
    return invalid("changeType is a list of created, updated and deleted.");
  if (text("clientState").length > 128) return invalid("clientState must be at most 128 characters.");
  const resource = readResource(text("resource"), person.email);
  if (resource === "foreign") return forbidden();
  if (!resource) return invalid(`Resource '${text("resource")}' cannot be subscribed to.`);
  const expires = readExpiry(text("expirationDateTime"), "ExtensionError");
  if ("refused" in expires) return expires.refused;
  const same = (await liveSubscriptions(person.email)).find((one) => isSame(one, text("resource"), text("changeType")));
  if (same && state.duplicateSubscriptions === "refused")
    return graphError(409, "Conflict", `Subscription Id ${same.id} already exists for the requested combination.`);
  for (const url of [text("notificationUrl"), ...(text("lifecycleNotificationUrl") ? [text("lifecycleNotificationUrl")] : [])]) {
    const refused = await validateUrl(url);
    if (refused) return refused;
  }
  const id = randomUUID();
  await sql`insert into subscriptions (id, mailbox, resource, folder, change_type, url, lifecycle_url, client_state, immutable, expires_at, seq)
    values (${id}, ${person.email}, ${text("resource")}, ${resource.folder}, ${text("changeType")}, ${text("notificationUrl")},
      ${text("lifecycleNotificationUrl") || null}, ${text("clientState") || null}, ${wantsImmutable(request)}, ${expires.at},
      (select coalesce(max(seq), 0) from changes))`;
  const made = await findSubscription(id);
  return made
    ? json(201, { "@odata.context": `${context}/$entity`, ...shown(made, { clientState: made.client_state }) })
    : gone();
}

/** PATCH /subscriptions/{id}: a longer life, which authorises it anew as well. */
export async function renewSubscription({ request, person, scopes, id }: Asked): Promise<Answer> {
  const one = await own(person.email, id);
  if (!one) return gone();
  if (!mayRead(scopes)) return forbidden();
  const given = JSON.parse(request.body === "" ? "{}" : request.body) as Record<string, unknown>;
  const odd = Object.keys(given).find((name) => name !== "expirationDateTime");
  if (odd) return invalid(`${odd} cannot be changed.`);
  const expires = readExpiry(String(given.expirationDateTime ?? ""), "ErrorInvalidParameter");
  if ("refused" in expires) return expires.refused;
  await sql`update subscriptions set expires_at = ${expires.at}, paused = false where id = ${id}`;
  const after = await findSubscription(id);
  return after ? json(200, { "@odata.context": `${context}/$entity`, ...shown(after) }) : gone();
}

/** POST /subscriptions/{id}/reauthorize: goes on being told, no longer than before. */
export async function reauthorize({ person, scopes, id }: Asked): Promise<Answer> {
  if (!(await own(person.email, id))) return gone();
  if (!mayRead(scopes)) return forbidden();
  await sql`update subscriptions set paused = false where id = ${id}`;
  return { status: 200 };
}

export async function getSubscription({ person, id }: Asked): Promise<Answer> {
  const one = await own(person.email, id);
  return one ? json(200, { "@odata.context": `${context}/$entity`, ...shown(one) }) : gone();
}

/** GET /subscriptions: those of this app and person. */
export async function listSubscriptions({ person }: Asked): Promise<Answer> {
  return json(200, { "@odata.context": context, value: (await liveSubscriptions(person.email)).map((one) => shown(one)) });
}

export async function deleteSubscription({ person, id }: Asked): Promise<Answer> {
  if (!(await own(person.email, id))) return gone();
  await sql`delete from subscriptions where id = ${id}`;
  return { status: 204 };
}

async function own(mailbox: string, id: string): Promise<Subscription | null> {
  const one = await findSubscription(id);
  return one?.mailbox === mailbox ? one : null;
}

/** Only what lies in one's own mailbox: delegated permissions reach no other. */
function readResource(resource: string, mailbox: string): { folder: string | null } | "foreign" | null {
  const match = /^\/?(?:me|users\/([^/]+))(?:\/mailFolders(?:\('([^']+)'\)|\/([^/]+)))?\/messages$/i.exec(resource);
  if (!match) return null;
  if (match[1] && findPerson(match[1])?.email !== mailbox) return "foreign";
  const named = match[2] ?? match[3];
  if (!named) return { folder: null };
  const folder = folderOf(mailbox, named);
  return folder ? { folder } : null;
}

function readExpiry(given: string, code: string): { at: Date } | { refused: Answer } {
  const at = new Date(given);
  const minutes = (at.getTime() - Date.now()) / 60_000;
  if (Number.isNaN(minutes)) return { refused: invalid("expirationDateTime is no instant.") };
  if (minutes <= 0) return { refused: graphError(400, code, "Subscription expiration must be in the future.") };
  if (minutes > state.subscriptionMinutes)
    return {
      refused: graphError(400, code, `Subscription expiration can only be ${state.subscriptionMinutes} minutes in the future.`),
    };
  return { at: minutes < leastMinutes ? new Date(Date.now() + leastMinutes * 60_000) : at };
}

const isSame = (one: Subscription, resource: string, changeType: string) =>
  one.resource.toLowerCase() === resource.toLowerCase() && one.change_type === changeType;
const mayRead = (scopes: string[]) => scopes.some((scope) => /^Mail\.Read(Basic|Write)?$/.test(scope));
const invalid = (says: string) => graphError(400, "InvalidRequest", says);
const gone = () => graphError(404, "ResourceNotFound", "The object was not found.");
const forbidden = () =>
  graphError(
    403,
    "ExtensionError",
    "Operation: Create; Exception: [Status Code: Forbidden; Reason: Access is denied. Check credentials and try again.]",
  );
