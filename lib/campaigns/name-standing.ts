import type { ContactRow } from "../contacts/read-contacts";
import { nameReason } from "./reason-words";

/** Where a contact stands, as a dot and words; green is for mail that all left as signed. */
export type Standing = { tone: "seal" | "reply" | "wait" | "stop" | "quiet"; words: string } | null;

const ended: Record<string, Standing> = {
  "got every mail": { tone: "seal", words: "Got every mail" },
  bounced: { tone: "stop", words: "Bounced, dead address" },
  "could not be sent": { tone: "stop", words: "Could not be sent" },
  rejected: { tone: "quiet", words: "Rejected in review" },
  "stopped by hand": { tone: "quiet", words: "Stopped by hand" },
  "campaign ended": { tone: "quiet", words: "Campaign ended" },
};
const forPeople = new Set(["needs_signature", "field_missing", "mailbox_signed_out", "in_doubt", "model_silent"]);

/** The one thing worth knowing of a contact; null for one that no campaign knows. */
export function nameStanding(row: Pick<ContactRow, "suppressed" | "replied" | "enrolment">): Standing {
  if (row.suppressed === "bounced") return { tone: "stop", words: "Bounced, dead address" };
  if (row.suppressed) return { tone: "quiet", words: row.suppressed === "unsubscribed" ? "Unsubscribed" : "Suppressed" };
  const { enrolment } = row;
  if (enrolment?.status === "pending" || enrolment?.status === "in_progress") {
    const waits = enrolment.waitReason !== null && forPeople.has(enrolment.waitReason);
    return { tone: waits ? "wait" : "quiet", words: nameReason(enrolment.waitReason) };
  }
  if (row.replied) return { tone: "reply", words: "Replied" };
  return ended[enrolment?.endedReason ?? enrolment?.status ?? ""] ?? null;
}
