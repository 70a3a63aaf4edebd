import { answerAs, bounceLater, type Delivered, findDelivered } from "../answers";
import { addFault, addHold, clearTrouble, type Fault, type FaultKind, faults, type Hold, holds, release } from "../faults";
import { json, type Request, type Route } from "../http";
import { consentAnswers } from "../oauth/consents";
import { type Alter, alterKinds, calls, resetState, state } from "../state";
import { sql } from "../store";
import { subscriptionAdminRoutes } from "../subscriptions/admin";
import { forgetWaiting } from "../subscriptions/deliver";
import { unsubscribeBy, unsubscribeByMail } from "../unsubscribes";
import { accountRoutes } from "./accounts";
import { itemRoutes } from "./items";
import { body, route, wrong } from "./route";

/**
 * What tests and the page steer the stand-in by. All answers are JSON. With ADMIN_KEY set, each call needs it in `x-admin-key`.
 * `path` is a regular expression over the path after /v1.0 (or all of `/{tenant}/oauth2/v2.0/token`); method, path and mailbox
 * (an address) may also stand inside `match: {}`.
 *
 * | call | body or query | does and answers |
 * |---|---|---|
 * | GET /admin/mail | ?to=&from=&key=&since=(ISO time) | mails as delivered, oldest first: id, at, recipient, sender, subject, body, message_id, in_reply_to, refs, headers[{name,value}], send_key, source (id in the sender's mailbox), outside, bounced, answered |
 * | GET /admin/calls | | the last 1,000 calls: at, method, path, query, status (0 held, -1 no answer), ms, mailbox |
 * | DELETE /admin/calls | | forgets them |
 * | GET, POST /admin/settings | any field of `state` in state.ts: moveDelayMs, deliveryDelayMs, lookupLagMs (of $filter), changesLagMs (of delta), movedGoneMs, replySettlesMs, workMs, accessTokenSeconds, adminConsentNeeded, consentAnswer ("65004" "90094" "90095" "90093" "90008" "consent_required", "" for none), registeredPermissions [scope], continuousAccessEvaluation, sentId ("stays" "changes"), retryAfterAs ("seconds" "date"), notificationDelayMs, notificationsDropped and notificationsDoubled (shares, 0 to 1), notificationsShuffled, subscriptionMinutes, duplicateSubscriptions ("refused" "allowed"), subjectPrefix {mailbox: "AW: "}, bounces [address], rules [{ mailbox (primary address), from?, subject?, folder, afterMs?, read? }] (what becomes of mail as it comes in), alters [{ kind: "words" "links" "recipients" "subject" "sender" "name" "markup" "disclaimer" "attachment", mailbox? (primary address), times? }] (mails become other on their way to Sent Items) | changes them, answers all |
 * | GET, POST /admin/mailboxes | { mailbox: address, object id or "*", licence?: boolean, sending?: code of Graph on /send or status of the report after it, null for none, refresh?: AADSTS code, null for none, full?: 403, 507 or null, unread?: boolean, deleted?: boolean, renamed?: address or null } | licence taken or given back, sending blocked, the token endpoint's answer to a refresh, no room for drafts, lists refused, account deleted, another primary address; answers all |
 * | POST /admin/consent | { person or tenant (for everybody in it), scopes? [scope] (what is registered) } | allows it without a page |
 * | DELETE /admin/consent | ?person= | consent is withdrawn: AADSTS65001 on refresh; the token at hand lives on, unless continuousAccessEvaluation |
 * | GET /admin/messages | ?mailbox=&folder= ("inbox") | what lies in a folder, oldest first: id, subject, recipients, properties, is_draft |
 * | POST /admin/messages | { mailbox, any field of Graph's message (null stays null), folder? ("inbox"), messageClass?, inReplyTo?, references?, raw? (MIME of $value), unreadable? (code) } | 201 { id }: the item lies in that mailbox; without a folder it arrives, and rules are heeded |
 * | POST /admin/move | { id (immutable), folder (a well-known name or one of one's own), read?: true, afterMs? } | somebody files it, now or so much later |
 * | POST /admin/unreadable | { id (immutable), code: "ErrorContentConversionFailed" (fields made from content, $value), "ErrorCorruptData" (everything), "ErrorMimeContentConversionFailed" ($value) or null } | reading the item answers 500 for ever; delta and lists fail only when they ask for what cannot be read |
 * | POST /admin/faults | { kind: "status-before" "status-after" "drop-before" "drop-after" "delay" "202-retry-after" "hang", method?, path?, mailbox?, status? (503), code?, message?, retryAfter? (seconds or a date), ms?, times? (1; null for ever), probability? (1), seed? } | 201 with the fault, id and struck in it |
 * | GET, DELETE /admin/faults | | what is in force with counts; ends all faults and holds |
 * | POST /admin/holds (or /admin/hold) | { point: "before" or "after", method?, path?, mailbox?, times? (1), url? } | 201 { id }; such a call waits, before or after the work was done, until released; url is told by POST |
 * | GET /admin/holds | ?wait=ms (at most 60,000) | holds with waiting[path]; with wait answers as soon as a call waits |
 * | DELETE /admin/holds | ?id= | releases one or all |
 * | POST /admin/answer | { id (of GET /admin/mail), kind: "reply" "automatic" "bounce" "unsubscribe" "unsubscribe by mail", text?, from?, folder? (of the mail that unsubscribes), status? ("5.1.10"), own? (the status is about the sender's account), says? (words of the status), smime? (the mail was signed: $value of the report fails), strip? (lose In-Reply-To) } | the recipient answers: { id } of the item in the sender's mailbox; unsubscribe answers { status } of the product's page, by mail { id } or null where no mailbox is named |
 * | POST /admin/reply, auto-reply, bounce, unsubscribe-click, unsubscribe-mail | as /admin/answer, without kind | the same |
 * | POST /admin/revoke | { person: address or object id } | Microsoft signs a person out: AADSTS50173 on refresh; the token at hand lives on, unless continuousAccessEvaluation |
 * | GET /admin/subscriptions | | { subscriptions, sent, dropped, failed, waiting (not told yet) } |
 * | POST /admin/subscriptions/expire | { mailbox? } | they end at once, and nobody is told |
 * | POST /admin/subscriptions/lifecycle | { mailbox?, event: "reauthorizationRequired" (nothing more is told until then) "subscriptionRemoved" "missed" } | what Graph tells the lifecycle address |
 * | POST /admin/subscriptions/replay | { mailbox? } | everything that lies there is told of once more |
 * | POST /admin/reset | { people?: true } | mail, changes, trouble and settings as new; people stay signed in unless asked |
 */
export const adminRoutes: Route[] = [
  ...accountRoutes,
  ...itemRoutes,
  ...subscriptionAdminRoutes,
  route("GET", "mail", listMail),
  route("GET", "calls", async () => json(200, calls)),
  route("DELETE", "calls", async () => {
    calls.length = 0;
    return json(200, {});
  }),
  route("GET", "settings", async () => json(200, state)),
  route("POST", "settings", async (request) => {
    const given = body(request);
    const unknown = Object.keys(given).filter((name) => !(name in state));
    if (unknown.length > 0) return wrong(`No such setting: ${unknown.join(", ")}.`);
    const odd = Object.entries(choices).find(([name, allowed]) => name in given && !allowed.includes(String(given[name])));
    if (odd) return wrong(`${odd[0]} is one of ${odd[1].map((one) => `"${one}"`).join(", ")}.`);
    const alters = Array.isArray(given.alters) ? (given.alters as Alter[]) : [];
    if (alters.some(({ kind }) => !alterKinds.includes(kind))) return wrong(`kind is one of ${alterKinds.join(", ")}.`);
    return json(200, Object.assign(state, given));
  }),
  route("GET", "faults", async () => json(200, faults)),
  route("POST", "faults", async (request) => {
    const given = rule(request);
    if (!kinds.includes(given.kind as FaultKind)) return wrong(`kind is one of ${kinds.join(", ")}.`);
    return json(201, addFault(given as Partial<Fault> & { kind: FaultKind }));
  }),
  route("DELETE", "faults", async () => {
    clearTrouble();
    return json(200, {});
  }),
  route("GET", "holds", listHolds),
  route("POST", "holds?", async (request) => {
    const given = rule(request);
    if (given.point !== "before" && given.point !== "after") return wrong("point is before or after.");
    return json(201, outward(addHold(given as Parameters<typeof addHold>[0])));
  }),
  route("DELETE", "holds", async ({ url }) => {
    release(url.searchParams.has("id") ? Number(url.searchParams.get("id")) : undefined);
    return json(200, {});
  }),
  route("POST", "answer", (request) => answer(request)),
  route("POST", "reply", (request) => answer(request, "reply")),
  route("POST", "auto-reply", (request) => answer(request, "automatic")),
  route("POST", "bounce", (request) => answer(request, "bounce")),
  route("POST", "unsubscribe-click", (request) => answer(request, "unsubscribe")),
  route("POST", "unsubscribe-mail", (request) => answer(request, "unsubscribe by mail")),
  route("POST", "reset", async (request) => {
    // In the order in which the transport and whoever tells of changes take hold of them, or two would wait for each other.
    await sql`truncate subscriptions, jobs, messages, changes, delivered, chains`;
    if (body(request).people === true) await sql`truncate grants, consents`;
    resetState();
    clearTrouble();
    forgetWaiting();
    calls.length = 0;
    return json(200, {});
  }),
];

const kinds: FaultKind[] = ["status-before", "status-after", "drop-before", "drop-after", "delay", "202-retry-after", "hang"];

/** Settings that are one of a few words. */
const choices: Record<string, string[]> = {
  consentAnswer: ["", ...Object.keys(consentAnswers)],
  sentId: ["stays", "changes"],
  retryAfterAs: ["seconds", "date"],
  duplicateSubscriptions: ["refused", "allowed"],
};

/** A fault or hold as given, with what stands inside `match`; a broken expression is refused here, not at every call. */
function rule(request: Request): Record<string, unknown> {
  const { match, ...given } = body(request);
  const all: Record<string, unknown> = { ...(typeof match === "object" ? match : {}), ...given };
  new RegExp(String(all.path ?? ""));
  return all;
}

async function listHolds({ url }: Request) {
  const until = Date.now() + Math.min(Number(url.searchParams.get("wait") ?? 0), 60_000);
  while (Date.now() < until && !holds.some((hold) => hold.waiting.length > 0)) await new Promise((next) => setTimeout(next, 20));
  return json(200, holds.map(outward));
}

const outward = (hold: Hold) => ({
  id: hold.id,
  point: hold.point,
  times: hold.times,
  waiting: hold.waiting.map((one) => one.path),
});

async function listMail(request: Request) {
  const { searchParams } = request.url;
  const [to, from, key] = ["to", "from", "key"].map((name) => searchParams.get(name)?.toLowerCase() ?? null);
  const since = searchParams.get("since");
  const rows = await sql<Delivered[]>`select * from delivered where (${to ?? null}::text is null or recipient = ${to ?? null})
    and (${from ?? null}::text is null or sender = ${from ?? null}) and (${key ?? null}::text is null or lower(send_key) = ${key ?? null})
    and (${since}::timestamptz is null or at >= ${since}::timestamptz) order by seq`;
  return json(200, rows);
}

async function answer(request: Request, kind?: string) {
  const given: Record<string, unknown> = { ...body(request), ...(kind ? { kind } : {}) };
  const mail = await findDelivered(String(given.id ?? ""));
  if (!mail) return wrong("No such mail.", 404);
  const text = String(given.text ?? "Thursday at ten works.");
  if (given.kind === "unsubscribe") return json(200, { status: await unsubscribeBy(mail) });
  if (given.kind === "unsubscribe by mail") {
    const way = {
      ...(given.from ? { from: String(given.from) } : {}),
      ...(given.folder ? { folder: String(given.folder) } : {}),
    };
    return json(200, { id: await unsubscribeByMail(mail, way) });
  }
  if (given.kind === "bounce") {
    const how = { own: given.own === true, smime: given.smime === true };
    const words = {
      ...(given.status ? { status: String(given.status) } : {}),
      ...(given.says ? { text: String(given.says) } : {}),
    };
    return json(200, { id: await bounceLater(mail, { ...how, ...words }) });
  }
  const id = await answerAs(mail, given.kind === "automatic" ? "automatic" : "reply", text, {
    ...(given.from ? { from: String(given.from) } : {}),
    strip: given.strip === true,
  });
  return json(200, { id });
}
