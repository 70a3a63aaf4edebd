import type { mailboxMessages } from "@/db/schema/replies";
import type { MessageKind, ReportBlame, WishWord } from "@/db/schema/words";
import { oneLine } from "../../mail/one-line";
import type { Finding } from "../finding";
import type { Report, Wish } from "../message/understood";

/** A message as it is written down, before it is known whose it is. */
export type Read = Omit<typeof mailboxMessages.$inferInsert, "contactId" | "campaignContactId" | "matchedBy" | "blames"> & {
  blames: ReportBlame | null;
};

/** Sentences are shown, and quoted in full; a text without an end is not. */
const longest = 1_000;
const kept = (text: string | null) => (text === null ? null : oneLine(text).slice(0, longest));

/** What is kept of a message. */
export function rowOf(finding: Finding): Read {
  const { understood, internetMessageId, graphId, fromEmail, subject, snippet, receivedAt, keys } = finding;
  const { senderAccountId, conversationId } = keys;
  const told = {
    senderAccountId,
    internetMessageId,
    graphId,
    conversationId,
    fromEmail,
    subject,
    snippet,
    receivedAt,
    blames: null,
  };
  switch (understood.kind) {
    case "human":
      return { ...told, kind: "reply", ...wishIn(understood.wish) };
    case "meeting":
      return { ...told, kind: "meeting", ...wishIn(understood.wish) };
    case "automatic": {
      const { back, sentence, words } = understood.away;
      const away = { awayBack: back, awaySentence: kept(sentence), awayWords: kept(words) };
      return { ...told, kind: "automatic", ...away, ...wishIn(understood.wish) };
    }
    case "report":
      return { ...told, ...blameIn(understood.report) };
    case "unsubscribe":
      return { ...told, kind: "unsubscribe" };
    case "complaint":
      return { ...told, kind: "complaint", failedAddress: understood.recipient };
  }
}

function wishIn(wish: Wish | null): { wish?: WishWord; wishSentence?: string | null; wishBy?: string } {
  return wish ? { wish: wish.wants, wishSentence: kept(wish.sentence), wishBy: "words" } : {};
}

function blameIn({ blames, status, recipient, says }: Report) {
  const kind: MessageKind = blames === "address" ? "bounce" : "soft_bounce";
  // Good news is not written down at all.
  return { kind, blames: blames === "delivered" ? null : blames, statusCode: status, failedAddress: recipient, says: kept(says) };
}
