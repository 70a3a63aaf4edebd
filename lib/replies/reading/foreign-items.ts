import { and, eq, inArray } from "drizzle-orm";
import { withTeam } from "@/db/access/with-team";
import { mailboxMessages } from "@/db/schema/replies";
import { normalAddress } from "../../mail/address";
import type { ListedMessage } from "../../microsoft/graph/reading/list-messages";
import type { Looking } from "./looking";

/** Of what is listed over a whole mailbox, what may tell something new: no draft, nothing of ours, nothing that is known. */
export async function foreignItems(
  { scope, own, intake }: Pick<Looking, "scope" | "own" | "intake">,
  items: ListedMessage[],
  sentFolder: string | null,
): Promise<ListedMessage[]> {
  const fresh = items.filter(
    (one) =>
      !one.isDraft && !isOurs(one, own.addresses, sentFolder) && !intake.done.has(one.graphId) && !intake.seen.has(one.graphId),
  );
  const ids = fresh.flatMap((one) => one.internetMessageId ?? []);
  if (ids.length === 0) return fresh;
  const rows = await withTeam(scope, (tx) =>
    tx
      .select({ id: mailboxMessages.internetMessageId })
      .from(mailboxMessages)
      .where(and(eq(mailboxMessages.senderAccountId, own.senderAccountId), inArray(mailboxMessages.internetMessageId, ids))),
  );
  const known = new Set(rows.map((row) => row.id));
  return fresh.filter((one) => !known.has(one.internetMessageId ?? ""));
}

/** What we wrote ourselves, wherever it lies, and whatever lies among what was sent. */
function isOurs({ from, folderId }: ListedMessage, addresses: readonly string[], sentFolder: string | null): boolean {
  return (sentFolder !== null && folderId === sentFolder) || (from !== null && addresses.includes(normalAddress(from)));
}
