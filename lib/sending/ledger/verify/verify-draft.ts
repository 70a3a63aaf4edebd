import { and, eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { deliveries, deliveryIntents } from "@/db/schema/sending";
import { buildDraftRequest } from "../../../mail/build-draft-request";
import { requestAsShown } from "../../../mail/compare/request-as-shown";
import { type Difference, type ShownMail, shownMail } from "../../../mail/compare/shown-mail";
import type { MailRequest } from "../../../mail/mail-request";
import type { Mailbox } from "../../../microsoft/graph/clients";
import { findThrownAway } from "../../../microsoft/graph/find-message";
import { moveToDeleted } from "../../../microsoft/graph/move-to-deleted";
import type { DeliveryRow } from "../ensure-delivery";
import { lookForMail } from "../look-for-mail";
import { moveDelivery } from "../move-delivery";
import { noDraft } from "../no-draft";
import { lookupSettlesSeconds } from "../trace-thread";
import { holdChanged } from "./hold-changed";
import { otherSettings } from "./other-settings";
import { type ReadItem, readItem } from "./read-item";
import { recordByHand } from "./record-by-hand";

/** After so many looks, the first 5 s after the one before and each twice as late as the last, a person decides: after 85 minutes. */
const shownLooks = 10;

/** It may leave. `looks`: in what it differs in looks alone from the draft that was made. */
export type AsMade = { kind: "as made"; looks: Difference[]; found: ShownMail };
/** `moved on`: the ledger knows more of it now, and nothing may be sent. */
export type Verified = AsMade | { kind: "later"; seconds: number } | { kind: "held" } | { kind: "moved on"; row: DeliveryRow };

/**
 * Reads a draft just before it leaves and compares it with what Exchange made of it: the mailbox's owner may have changed, deleted or sent
 * it. What differs in more than looks is taken out of Drafts and waits for a person. What is in no folder twice, with a minute
 * between, is made anew, unless it was ever handed over: then it is in doubt. What a look-up goes on to show and nobody can read waits for a
 * person, too. Nothing here sends.
 * @throws what reading or moving the item throws; nothing may be sent then.
 */
export async function verifyDraft(scope: Scope, row: DeliveryRow, mailbox: Mailbox, now: Date): Promise<Verified> {
  if (!row.graphId) return { kind: "later", seconds: 1 };
  const { made, request } = await readMade(scope, row);
  const seen = await readItem(mailbox, row.graphId, made);
  if (!seen) return findLost(scope, row, mailbox, made, now);
  if (!seen.isDraft) return (await doubtIfHandedOver(scope, row)) ?? byHand(scope, row, row.graphId, seen, now);
  // Exchange holds what somebody handed over this very moment.
  if (seen.submitted) return (await doubtIfHandedOver(scope, row)) ?? { kind: "later", seconds: 10 };
  const differences = [...seen.differences, ...otherSettings(request, seen.settings)];
  const isElsewhere = made.folderId !== null && seen.shown.folderId !== null && seen.shown.folderId !== made.folderId;
  if (differences.some(({ field }) => field !== "markup")) {
    // Sent at this very moment: the next look says so.
    const moved = isElsewhere ? null : await moveToDeleted(mailbox, row.graphId);
    if (moved && !moved.isDraft) return { kind: "later", seconds: 1 };
    return hold(scope, row, { found: seen.shown, differences }, now);
  }
  if (isElsewhere) return hold(scope, row, { found: seen.shown, differences: [] }, now);
  if (row.looks > 0) await keepLooks(scope, row, { looks: 0, nextLookAt: null });
  return { kind: "as made", looks: differences, found: seen.shown };
}

/** The draft as it was made; whatever we said of it ourselves is as it was signed. */
async function readMade(scope: Scope, row: DeliveryRow): Promise<{ made: ShownMail; request: MailRequest }> {
  const { request } = await withTeam(scope, (tx) => buildDraftRequest(tx, row.draftId));
  const signed = requestAsShown(request);
  // A draft of an earlier release, or one that a crash left unrecorded, is held against what was signed.
  if (row.madeAs === null) return { made: signed, request };
  const { html, folderId, from, sender } = shownMail.parse(row.madeAs);
  // Exchange does not always name the mailbox on its own drafts.
  return { made: { ...signed, html, folderId, from: from ?? signed.from, sender: sender ?? from ?? signed.sender }, request };
}

/** Nothing is under its id. */
async function findLost(scope: Scope, row: DeliveryRow, mailbox: Mailbox, made: ShownMail, now: Date): Promise<Verified> {
  const doubt = await doubtIfHandedOver(scope, row);
  if (doubt) return doubt;
  if (row.looks > 0 && row.nextLookAt && row.nextLookAt > now)
    return { kind: "later", seconds: (row.nextLookAt.getTime() - now.getTime()) / 1000 };
  const seen = await lookForMail(mailbox, row);
  if (seen.kind === "sent") {
    const sent = await readItem(mailbox, seen.graphId, made);
    return sent ? byHand(scope, row, seen.graphId, sent, now) : awaitShown(scope, row, mailbox, made, now);
  }
  if (seen.kind !== "nothing") return awaitShown(scope, row, mailbox, made, now);
  const thrown = row.internetMessageId ? await findThrownAway(mailbox, row.internetMessageId) : null;
  if (thrown) {
    const found = (await readItem(mailbox, thrown.graphId, made))?.shown ?? made;
    return hold(scope, row, { found, differences: [] }, now);
  }
  if (row.looks !== 1) {
    const nextLookAt = new Date(now.getTime() + lookupSettlesSeconds * 1000);
    await keepLooks(scope, row, { looks: 1, nextLookAt });
    return { kind: "later", seconds: lookupSettlesSeconds };
  }
  return movedOn(await withTeam(scope, (tx) => moveDelivery(tx, row, { kind: "draft deleted" }, noDraft)));
}

/**
 * A look-up still shows it, and nothing can be read under its id: the look-up is late, or the item is just moving. Looked at ever more rarely; where that does
 * not end, a person decides. `looks` is 1 after one that showed nothing, and one more with each of these.
 */
async function awaitShown(scope: Scope, row: DeliveryRow, mailbox: Mailbox, made: ShownMail, now: Date): Promise<Verified> {
  const before = Math.max(1, row.looks) - 1;
  if (before < shownLooks) {
    const seconds = 5 * 2 ** before;
    await keepLooks(scope, row, { looks: before + 2, nextLookAt: new Date(now.getTime() + seconds * 1000) });
    return { kind: "later", seconds };
  }
  const moved = row.graphId ? await moveToDeleted(mailbox, row.graphId) : null;
  // It has come to be seen at this very moment.
  if (moved && !moved.isDraft) return { kind: "later", seconds: 1 };
  const differences: Difference[] = [
    { field: "words", before: "", after: "What lies there now cannot be shown: nothing is under its id" },
  ];
  return hold(scope, row, { found: made, differences }, now);
}

/** What was handed over once, whatever came of it, is never made anew by itself. */
async function doubtIfHandedOver(scope: Scope, row: DeliveryRow): Promise<Verified | null> {
  return withTeam(scope, async (tx) => {
    const [intent] = await tx
      .select({ attempt: deliveryIntents.attempt })
      .from(deliveryIntents)
      .where(eq(deliveryIntents.deliveryId, row.id))
      .limit(1);
    if (!intent) return null;
    return movedOn(await moveDelivery(tx, row, { kind: "draft gone" }, { looks: 0, nextLookAt: null }));
  });
}

async function byHand(scope: Scope, row: DeliveryRow, sentGraphId: string, sent: ReadItem, now: Date): Promise<Verified> {
  const differences = sent.differences.filter(({ field }) => field !== "markup");
  return movedOn(await recordByHand(scope, row, { sentGraphId, sent: sent.shown, differences }, now));
}

async function hold(
  scope: Scope,
  row: DeliveryRow,
  what: { found: ShownMail; differences: Difference[] },
  now: Date,
): Promise<Verified> {
  return (await holdChanged(scope, row, what, now)) ? { kind: "held" } : { kind: "later", seconds: 1 };
}

function movedOn(row: DeliveryRow | null): Verified {
  return row ? { kind: "moved on", row } : { kind: "later", seconds: 1 };
}

function keepLooks(scope: Scope, row: DeliveryRow, looks: { looks: number; nextLookAt: Date | null }) {
  return withTeam(scope, (tx) =>
    tx
      .update(deliveries)
      .set(looks)
      .where(and(eq(deliveries.id, row.id), eq(deliveries.state, row.state))),
  );
}
