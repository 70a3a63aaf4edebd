import { body, route, wrong } from "../admin/route";
import { json, type Request, type Route } from "../http";
import { findPerson } from "../people";
import { sql } from "../store";
import { stillWaiting, tell, told } from "./deliver";
import { liveSubscriptions, type Subscription, shown } from "./subscription";
import { countUnseen, tellOf } from "./watch-changes";

/** What befalls subscriptions: see the table in admin/routes.ts. */
export const subscriptionAdminRoutes: Route[] = [
  route("GET", "subscriptions", async () =>
    json(200, {
      subscriptions: (await liveSubscriptions(null)).map((one) => shown(one)),
      ...told,
      waiting: (await countUnseen()) + stillWaiting(),
    }),
  ),
  route("POST", "subscriptions/expire", (request) =>
    forThose(request, async (one) => {
      await sql`update subscriptions set expires_at = now() where id = ${one.id}`;
    }),
  ),
  route("POST", "subscriptions/lifecycle", lifecycle),
  route("POST", "subscriptions/replay", (request) =>
    forThose(request, async (one) => {
      const items = await sql<{ id: string }[]>`select id from messages where mailbox = ${one.mailbox} and deleted_at is null
        and (${one.folder}::text is null or folder = ${one.folder})`;
      for (const item of items) await tellOf(one, item.id, "created");
    }),
  ),
];

const lifecycleEvents = ["reauthorizationRequired", "subscriptionRemoved", "missed"];

async function lifecycle(request: Request) {
  const event = String(body(request).event ?? "");
  if (!lifecycleEvents.includes(event)) return wrong(`event is one of ${lifecycleEvents.join(", ")}.`);
  return forThose(request, async (one) => {
    if (event === "reauthorizationRequired") await sql`update subscriptions set paused = true where id = ${one.id}`;
    if (event === "subscriptionRemoved") await sql`delete from subscriptions where id = ${one.id}`;
    if (!one.lifecycle_url) return;
    tell(one.lifecycle_url, {
      subscriptionId: one.id,
      subscriptionExpirationDateTime: one.expires_at.toISOString(),
      tenantId: findPerson(one.mailbox)?.tenantId,
      clientState: one.client_state,
      lifecycleEvent: event,
    });
  });
}

async function forThose(request: Request, work: (one: Subscription) => Promise<void>) {
  const key = body(request).mailbox;
  const mailbox = key === undefined ? null : findPerson(String(key))?.email;
  if (mailbox === undefined) return wrong("mailbox is an address or an object id.", 404);
  const those = await liveSubscriptions(mailbox);
  for (const one of those) await work(one);
  return json(200, { subscriptions: those.map((one) => one.id) });
}
