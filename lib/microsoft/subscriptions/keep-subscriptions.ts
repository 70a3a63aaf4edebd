import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { graphSubscriptions } from "@/db/schema/senders";
import { log } from "../../log/log";
import type { Mailbox } from "../graph/clients";
import { answerOf } from "../graph/graph-answer";
import { acquireMailToken } from "../tokens/acquire-mail-token";
import {
  createSubscription,
  deleteSubscription,
  endOf,
  type Known,
  listSubscriptions,
  renewSubscription,
  type WatchedFolder,
  watchedFolders,
} from "./call-subscriptions";
import { dropSubscriptions } from "./drop-subscriptions";
import { hashClientState } from "./hash-client-state";
import { notificationUrl } from "./notification-url";

/** One that was made so lately may be somebody's who has yet to write it down. */
const youngMs = 120_000;

export type Kept = { renewed: number; made: number; failed?: string };

/**
 * Sees to it that Graph tells us of what comes into a mailbox: renews its subscriptions, makes those that are missing or that Graph does
 * not go on with, and ends those that nobody here knows, which a crash between making and writing down left. Safe to repeat.
 * @throws what may pass by itself, so that the job tries again; what Graph refuses is logged, and looks find the mail meanwhile.
 */
export async function keepSubscriptions(scope: Scope, senderAccountId: string, now: Date): Promise<Kept> {
  const url = notificationUrl();
  if (!url) {
    await dropSubscriptions(scope, senderAccountId);
    return { renewed: 0, made: 0 };
  }
  try {
    // A fresh one: a subscription is told of for as long as the token it was last asked with would be good.
    const token = await acquireMailToken(scope, senderAccountId, now, { fresh: true });
    return await keep(scope, senderAccountId, { token: async () => token }, url, now);
  } catch (error) {
    const { verdict, code, status } = answerOf(error);
    if (verdict === "later" || verdict === "throttled") throw error;
    const failed = code || `HTTP ${status}`;
    log.warn({ team: scope.teamId, mailbox: senderAccountId, code: failed }, "a mailbox's arrivals will not be told of");
    return { renewed: 0, made: 0, failed };
  }
}

async function keep(scope: Scope, senderAccountId: string, mailbox: Mailbox, url: string, now: Date): Promise<Kept> {
  const kept = { renewed: 0, made: 0 };
  const rows = await withTeam(scope, (tx) =>
    tx.select().from(graphSubscriptions).where(eq(graphSubscriptions.senderAccountId, senderAccountId)),
  );
  const ids = rows.map((row) => row.id);
  for (const one of await listSubscriptions(mailbox))
    if (one.url === url && !ids.includes(one.id) && !isYoung(one, now)) await deleteSubscription(mailbox, one.id);
  for (const folder of watchedFolders) {
    const row = rows.find((one) => one.folder === folder);
    const renewed = row && (await renewSubscription(mailbox, row.id, now));
    if (row && renewed?.url === url) {
      await withTeam(scope, (tx) =>
        tx
          .update(graphSubscriptions)
          .set({ expiresAt: renewed.expiresAt, renewedAt: now })
          .where(eq(graphSubscriptions.id, row.id)),
      );
      kept.renewed += 1;
      continue;
    }
    if (row) {
      await deleteSubscription(mailbox, row.id);
      await withTeam(scope, (tx) => tx.delete(graphSubscriptions).where(eq(graphSubscriptions.id, row.id)));
    }
    if (await make(scope, senderAccountId, mailbox, folder, url, now)) kept.made += 1;
  }
  return kept;
}

/** Trusted once it is written down; whoever was slower than another takes theirs back. */
async function make(
  scope: Scope,
  senderAccountId: string,
  mailbox: Mailbox,
  folder: WatchedFolder,
  url: string,
  now: Date,
): Promise<boolean> {
  const clientState = randomBytes(32).toString("base64url");
  const { id, expiresAt } = await createSubscription(mailbox, folder, url, clientState, now);
  const written = await withTeam(scope, (tx) =>
    tx
      .insert(graphSubscriptions)
      .values({ id, senderAccountId, folder, clientStateHash: hashClientState(clientState), expiresAt, createdAt: now })
      .onConflictDoNothing()
      .returning({ id: graphSubscriptions.id }),
  );
  if (written.length === 0) await deleteSubscription(mailbox, id);
  return written.length > 0;
}

/** Graph does not say when one was made, but all of ours are given the same life. */
const isYoung = ({ expiresAt }: Known, now: Date) => endOf(now).getTime() - expiresAt.getTime() < youngMs;
