import { GraphError } from "@microsoft/microsoft-graph-client";
import type { Subscription } from "@microsoft/microsoft-graph-types";
import { type Mailbox, readClient, writeClient } from "../graph/clients";
import { retryBriefly } from "../graph/reading/retry-briefly";

/** What is told of at once: where mail arrives. Elsewhere it lies because somebody or a rule put it there, which a look finds. */
export const watchedFolders = ["inbox", "junkemail"] as const;
export type WatchedFolder = (typeof watchedFolders)[number];

/** A subscription as Graph knows it. */
export type Known = { id: string; url: string; expiresAt: Date };

/** Under 4,230 minutes, which Graph is known to insist on, whatever its pages say. */
const livesHours = 65;
export const endOf = (now: Date) => new Date(now.getTime() + livesHours * 3_600_000);

/**
 * Asks to be told of what comes into a folder. Graph calls the address before it answers.
 * @param clientState what each notification will carry, so that no stranger's is taken for one.
 */
export async function createSubscription(mailbox: Mailbox, folder: WatchedFolder, url: string, clientState: string, now: Date) {
  const answer: Subscription = await writeClient(mailbox)
    .api("/subscriptions")
    .post({
      changeType: "created",
      notificationUrl: url,
      lifecycleNotificationUrl: url,
      resource: `me/mailFolders('${folder}')/messages`,
      expirationDateTime: endOf(now).toISOString(),
      clientState,
    });
  return knownOf(answer);
}

/** @returns null where Graph refuses to go on with it: it is gone, or never will be right. */
export async function renewSubscription(mailbox: Mailbox, id: string, now: Date): Promise<Known | null> {
  try {
    const change = { expirationDateTime: endOf(now).toISOString() };
    const answer: Subscription = await writeClient(mailbox).api(pathOf(id)).patch(change);
    return knownOf({ ...answer, id });
  } catch (error) {
    if (error instanceof GraphError && [400, 404, 410].includes(error.statusCode)) return null;
    throw error;
  }
}

/** All of ours to this mailbox, whoever of us made them. */
export async function listSubscriptions(mailbox: Mailbox): Promise<Known[]> {
  const { value } = (await retryBriefly(readClient(mailbox).api("/subscriptions")).get()) as { value: Subscription[] };
  return value.map(knownOf);
}

/** Ends one; that it is gone already is as good. */
export async function deleteSubscription(mailbox: Mailbox, id: string, endsAfterMs?: number): Promise<void> {
  try {
    await writeClient(mailbox, endsAfterMs).api(pathOf(id)).delete();
  } catch (error) {
    if (!(error instanceof GraphError && [400, 404, 410].includes(error.statusCode))) throw error;
  }
}

const pathOf = (id: string) => `/subscriptions/${encodeURIComponent(id)}`;

function knownOf({ id, notificationUrl, expirationDateTime }: Subscription): Known {
  if (!id || !expirationDateTime) throw new SyntaxError("A subscription without an id or an end.");
  return { id, url: notificationUrl ?? "", expiresAt: new Date(expirationDateTime) };
}
