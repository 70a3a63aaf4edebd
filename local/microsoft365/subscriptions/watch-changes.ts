import { randomUUID } from "node:crypto";
import { etag, type Message, outwardId } from "../graph/message";
import { findPerson } from "../people";
import { sql } from "../store";
import { deliverDue, tell } from "./deliver";
import type { Subscription } from "./subscription";

const everyMs = 50;

type Change = Subscription & { at_seq: string; item: string; removed: boolean; was_there: boolean };

/** Tells subscribers what changed since they were last told; where each stands is kept, so that a restart loses nothing of it. */
export function startWatching(): () => Promise<void> {
  let running = true;
  const work = (async () => {
    while (running) {
      await tellChanges().catch((error) => process.stderr.write(`${String(error)}\n`));
      deliverDue();
      await new Promise((next) => setTimeout(next, everyMs));
    }
  })();
  return async () => {
    running = false;
    await work;
  };
}

async function tellChanges() {
  const rows = await sql<Change[]>`
    select s.*, c.seq::text as at_seq, c.id as item, c.removed, coalesce(not before.removed, false) as was_there
    from subscriptions s join changes c on c.mailbox = s.mailbox and (s.folder is null or c.folder = s.folder) and c.seq > s.seq
    left join lateral (select p.removed from changes p where p.mailbox = c.mailbox and p.folder = c.folder and p.id = c.id and p.seq < c.seq
      order by p.seq desc limit 1) before on true
    where s.expires_at > now() order by c.seq limit 500`;
  for (const row of rows) {
    const type = row.removed ? "deleted" : row.was_there ? "updated" : "created";
    if (!row.paused && row.change_type.split(",").some((one) => one.trim() === type)) await tellOf(row, row.item, type);
    await sql`update subscriptions set seq = ${row.at_seq} where id = ${row.id}`;
  }
}

/** How many changes are yet to be told of, or not. */
export async function countUnseen(): Promise<number> {
  const [row] = await sql<{ n: number }[]>`select count(*)::int as n from subscriptions s join changes c on c.mailbox = s.mailbox
    and (s.folder is null or c.folder = s.folder) and c.seq > s.seq where s.expires_at > now()`;
  return row?.n ?? 0;
}

/** One notification: which item, and nothing of what is in it. */
export async function tellOf(subscription: Subscription, item: string, changeType: string) {
  const [message] = await sql<Message[]>`select * from messages where id = ${item}`;
  const person = findPerson(subscription.mailbox);
  const id = message ? outwardId(message, subscription.immutable) : item;
  const path = `Users/${person?.oid}/Messages/${id}`;
  tell(subscription.url, {
    id: randomUUID(),
    subscriptionId: subscription.id,
    subscriptionExpirationDateTime: subscription.expires_at.toISOString(),
    clientState: subscription.client_state,
    changeType,
    resource: path,
    tenantId: person?.tenantId,
    resourceData: {
      "@odata.type": "#Microsoft.Graph.Message",
      "@odata.id": path,
      ...(message ? { "@odata.etag": etag(message) } : {}),
      id,
    },
  });
}
