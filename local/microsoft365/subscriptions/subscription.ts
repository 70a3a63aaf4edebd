import { sql } from "../store";

export type Subscription = {
  id: string;
  /** Primary address of whose token made it. */
  mailbox: string;
  resource: string;
  /** Null: the whole mailbox. */
  folder: string | null;
  change_type: string;
  url: string;
  lifecycle_url: string | null;
  client_state: string | null;
  immutable: boolean;
  expires_at: Date;
  /** Nothing is told until it is authorised again, and what happens meanwhile is lost. */
  paused: boolean;
};

/** Those that are alive, of one mailbox or of all; an expired one is as if it had never been. */
export async function liveSubscriptions(mailbox: string | null): Promise<Subscription[]> {
  return sql<Subscription[]>`select * from subscriptions where expires_at > now()
    and (${mailbox}::text is null or mailbox = ${mailbox}) order by created_at, id`;
}

export async function findSubscription(id: string): Promise<Subscription | null> {
  const [row] = await sql<Subscription[]>`select * from subscriptions where id = ${id} and expires_at > now()`;
  return row ?? null;
}

/** As Graph shows it. The secret is told when it is made, and never again. */
export function shown(one: Subscription, more: object = {}) {
  return {
    id: one.id,
    resource: one.resource,
    applicationId: null,
    changeType: one.change_type,
    clientState: null,
    notificationUrl: one.url,
    lifecycleNotificationUrl: one.lifecycle_url,
    expirationDateTime: one.expires_at.toISOString(),
    creatorId: null,
    latestSupportedTlsVersion: "v1_2",
    ...more,
  };
}
