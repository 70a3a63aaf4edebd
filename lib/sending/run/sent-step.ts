import type { WaitReason } from "@/db/schema/words";

/** A mail that has a slot, and the run that brings it: of a campaign's contact, or of one mail. */
export type Planned = OfContact | OfSingle;
type OfRun = { senderAccountId: string; draftId: string; runId: string };
export type OfContact = OfRun & { campaignContactId: string };
export type OfSingle = OfRun & { singleMailId: string };

/** What came of it, as the run goes on: `again` at an instant (ISO), `wait` for somebody, or the mail is settled. */
export type SentStep = { kind: "sent" } | { kind: "again"; at: string } | { kind: "wait" } | { kind: "ended" };

/** The same with the reason why it has not left, and when that can change; a mail without a campaign keeps both on its row. */
export type ExplainedStep = SentStep & { why?: WaitReason | null; from?: Date | null };

/** A mailbox is read every minute, and what keeps it from working is looked at as often. */
export const minuteMs = 60_000;

/** Another look after so many milliseconds, and never at once. */
export function againIn(milliseconds: number, now: Date): { kind: "again"; at: string } {
  return { kind: "again", at: new Date(now.getTime() + Math.max(1000, milliseconds)).toISOString() };
}
