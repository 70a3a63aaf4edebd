import type { Scope, TeamTransaction } from "@/db/access/with-team";
import { endAnswered } from "../../campaigns/answered/end-answered";
import { noteStopped } from "../../campaigns/answered/note-stopped";
import { readNext } from "../../campaigns/answered/read-next";
import { endEverywhere } from "../../campaigns/end-contact";
import { holdAway } from "../../campaigns/hold/hold-away";
import { noteAnswer } from "../../notices/note-answer";
import { watchGuard } from "../../senders/guard/watch-guard";
import { isOfUs, readUs } from "../../senders/read-us";
import { endSuppressed } from "../../singles/end-suppressed";
import { suppressPerson } from "../../suppressions/suppress-person";
import { noteMessage } from "../../threads/note-message";
import type { About, RecordedMessage } from "./about";
import { actOnReport } from "./act-on-report";
import { endComplained } from "./end-complained";
import { findWriter } from "./find-writer";
import { reviewAgain } from "./review-again";

/**
 * Does what a message does that was written down and belongs to somebody. Its row says all of it, so that one that is placed later does the
 * same. The caller holds the person's enrolments (`lockConcerned`) and has made sure that it acts once.
 */
export async function actOnMessage(tx: TeamTransaction, scope: Scope, message: RecordedMessage, about: About, now: Date) {
  const next = await readNext(tx, about, await findWriter(tx, message.fromEmail, about.contactId));
  await act(tx, scope, message, about, now);
  await noteStopped(tx, message.id, next);
}

async function act(tx: TeamTransaction, scope: Scope, message: RecordedMessage, about: About, now: Date) {
  const { contactId, campaignId, campaignContactId, singleMailId, sentEmailId } = about;
  const by = { campaignContactId, singleMailId, memberId: null };
  // Where our mail went may have been corrected since, and the person means both.
  const also = about.recipient ? [about.recipient] : [];
  switch (message.kind) {
    case "reply":
    case "meeting": {
      const asks = message.wish === "remove";
      if (asks)
        await suppressPerson(tx, contactId, { ...by, reason: "asked in a reply" }, [...also, ...(await writerOf(tx, message))]);
      const answer = { message, contactId, campaignId, campaignContactId, sentEmailId };
      const reason = asks ? "asked not to be mailed" : "replied";
      await endAnswered(tx, scope, answer, reason, now);
      if (asks) await endSuppressed(tx, null, [contactId], now);
      const writer = await findWriter(tx, message.fromEmail, contactId);
      if (writer) await endEverywhere(tx, { teamId: scope.teamId }, writer, reason, now);
      await reviewAgain(tx, scope.teamId, writer ? [contactId, writer] : [contactId], now);
      await noteMessage(tx, message, contactId);
      await noteAnswer(tx, scope, message, contactId, now);
      if (asks) await watchGuard(tx, scope, about, now);
      return;
    }
    case "automatic": {
      const { id: messageId, receivedAt, awayBack: back, wish } = message;
      await holdAway(tx, scope, { messageId, contactId, receivedAt, back, hasLeft: wish === "left" }, now);
      return noteMessage(tx, message, contactId);
    }
    case "bounce":
    case "soft_bounce":
      return actOnReport(tx, scope, message, about, now);
    case "complaint":
      return endComplained(tx, scope, about, now);
    case "unsubscribe": {
      const emails = [...also, ...(await writerOf(tx, message))];
      await suppressPerson(tx, contactId, { ...by, reason: "unsubscribed" }, emails);
      await endEverywhere(tx, { teamId: scope.teamId }, contactId, "unsubscribed", now);
      const writer = await findWriter(tx, message.fromEmail, contactId);
      if (writer && emails.length > also.length) await endEverywhere(tx, { teamId: scope.teamId }, writer, "unsubscribed", now);
      return watchGuard(tx, scope, about, now);
    }
  }
}

/** Whoever asks for no more mail means the address they write from too; it may be a colleague's, to whom our mail was handed on. */
async function writerOf(tx: TeamTransaction, { fromEmail }: RecordedMessage): Promise<string[]> {
  return fromEmail?.includes("@") && !isOfUs(await readUs(tx), fromEmail) ? [fromEmail] : [];
}
