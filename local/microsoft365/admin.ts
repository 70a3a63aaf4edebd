import { answerAs, bounceLater, type Delivered, findDelivered, unsubscribeBy } from "./answers";
import { addFault, addHold, clearTrouble, type Fault, type FaultKind, faults, type Hold, holds } from "./faults";
import { type Answer, json, type Request, type Route } from "./http";
import { revoke } from "./oauth/token";
import { findPerson } from "./people";
import { calls, resetState, state } from "./state";
import { sql } from "./store";

/**
 * What tests and the page steer the stand-in by. All answers are JSON.
 *
 * | call | body or query | does |
 * |---|---|---|
 * | GET /admin/mail | ?to=&from=&key= | mails as delivered, oldest first |
 * | GET /admin/calls | | the last 1,000 requests of the app |
 * | POST /admin/settings | any field of `state` | changes delays, lags, prefixes, token life |
 * | POST /admin/faults | { kind, method?, path?, mailbox?, status?, retryAfter?, ms?, times?, probability? } | trouble for matching calls |
 * | GET, DELETE /admin/faults | | what is in force; ends all trouble and holds |
 * | POST /admin/holds | { point: "before" or "after", method?, path?, times? } | such a call waits until released |
 * | GET /admin/holds, DELETE /admin/holds | | who waits; releases all |
 * | POST /admin/answer | { id, kind: "reply" "automatic" "bounce" "unsubscribe", text?, from?, status?, strip? } | the recipient of a mail answers |
 * | POST /admin/revoke | { person } | Microsoft signs a person out |
 * | POST /admin/reset | | mail, changes, trouble and settings as new; people stay signed in |
 */
export const adminRoutes: Route[] = [
  route("GET", "mail", listMail),
  route("GET", "calls", async () => json(200, calls)),
  route("GET", "settings", async () => json(200, state)),
  route("POST", "settings", async (request) => {
    Object.assign(state, body(request));
    return json(200, state);
  }),
  route("GET", "faults", async () => json(200, faults)),
  route("POST", "faults", async (request) => json(201, addFault(body(request) as Partial<Fault> & { kind: FaultKind }))),
  route("DELETE", "faults", async () => {
    clearTrouble();
    return json(200, {});
  }),
  route("GET", "holds", async () => json(200, holds.map(outward))),
  route("POST", "holds", async (request) => json(201, outward(addHold(body(request) as Parameters<typeof addHold>[0])))),
  route("DELETE", "holds", async () => {
    for (const hold of holds.splice(0)) for (const one of hold.waiting) one.release();
    return json(200, {});
  }),
  route("POST", "answer", answer),
  route("POST", "revoke", async (request) => {
    const person = findPerson(String(body(request).person ?? ""));
    if (person) await revoke(person.oid);
    return json(person ? 200 : 404, {});
  }),
  route("POST", "reset", async () => {
    await sql`truncate messages, changes, jobs, delivered`;
    Object.assign(state, resetState);
    clearTrouble();
    calls.length = 0;
    return json(200, {});
  }),
];

function route(method: string, name: string, handle: (request: Request) => Promise<Answer>): Route {
  return { method, pattern: new RegExp(`^/admin/${name}$`), handle };
}

function body(request: Request): Record<string, unknown> {
  return request.body === "" ? {} : (JSON.parse(request.body) as Record<string, unknown>);
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
  const rows = await sql<Delivered[]>`select * from delivered where (${to ?? null}::text is null or recipient = ${to ?? null})
    and (${from ?? null}::text is null or sender = ${from ?? null}) and (${key ?? null}::text is null or lower(send_key) = ${key ?? null}) order by seq`;
  return json(200, rows);
}

async function answer(request: Request) {
  const given = body(request);
  const mail = await findDelivered(String(given.id ?? ""));
  if (!mail) return json(404, { error: "No such mail." });
  const text = String(given.text ?? "Thursday at ten works.");
  if (given.kind === "bounce") await bounceLater(mail, given.status ? String(given.status) : undefined);
  else if (given.kind === "unsubscribe") return json(200, { status: await unsubscribeBy(mail) });
  else
    await answerAs(mail, given.kind === "automatic" ? "automatic" : "reply", text, {
      ...(given.from ? { from: String(given.from) } : {}),
      strip: given.strip === true,
    });
  return json(200, {});
}
