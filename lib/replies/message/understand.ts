import { isAutomatic } from "./automatic/is-automatic";
import { readAway } from "./automatic/read-away";
import { saysLeft } from "./automatic/says-left";
import { isMeeting, saysBooking, saysMeeting } from "./is-meeting";
import { isNotice, isReceipt } from "./is-notice";
import { isOurs, isOwn, type Us } from "./is-ours";
import { readLeaving } from "./leaving/read-leaving";
import { withoutToken } from "./leaving/token-in-subject";
import { isFeedback, readComplaint } from "./read-complaint";
import type { ReceivedMessage } from "./received-message";
import { isReport } from "./report/is-report";
import { readReport } from "./report/read-report";
import { isAbuseDesk, tellsComplaint } from "./tells-complaint";
import type { Told, Understood, Wish } from "./understood";
import { readWish } from "./wish/read-wish";

/** Whether a message's raw text says more than Graph does: of reports and of complaints in the form made for them. */
export function needsRaw(message: ReceivedMessage): boolean {
  return isFeedback(message) || (!isReceipt(message) && isReport(message));
}

/**
 * What a message is: a report, automatic, a meeting, a complaint, and what is left was written by a person. Forms that cannot be mistaken go
 * first (a complaint in its own form, an item of the calendar), and so does what concerns nobody. What may be the mail of a program's own
 * button to unsubscribe is told both ways: whether anybody has its token is known to the database.
 * @param raw the whole MIME text where `needsRaw` asks for it; null where Exchange cannot give it.
 */
export async function understand(message: ReceivedMessage, us: Us, raw: string | null): Promise<Understood> {
  const token = isOwn(message.from, us) ? null : readLeaving(message);
  if (token === null || isFeedback(message) || isReceipt(message) || isReport(message)) return tell(message, us, raw);
  return { kind: "unsubscribe", token, otherwise: await tell({ ...message, subject: withoutToken(message.subject) }, us, raw) };
}

async function tell(message: ReceivedMessage, us: Us, raw: string | null): Promise<Told> {
  if (isFeedback(message)) return { kind: "complaint", ...(await readComplaint(message, raw)) };
  if (isReceipt(message)) return { kind: "other" };
  if (isReport(message)) {
    const report = await readReport(message, raw);
    return report && report.blames !== "delivered" ? { kind: "report", report } : { kind: "other" };
  }
  if (!message.from?.trim()) return { kind: "other" };
  if (isOwn(message.from, us)) return { kind: "ours" };
  // A colleague's mailbox that answers by itself answers us; what colleagues write themselves is among us.
  if (isOurs(message.from, us) && !isAutomatic(message) && !saysBooking(message)) return { kind: "ours" };
  if (isMeeting(message) || saysMeeting(message)) return { kind: "meeting", wish: removal(readWish(message)) };
  if (isAbuseDesk(message)) return { kind: "complaint", ...(await readComplaint(message, null)) };
  if (isNotice(message)) return { kind: "other" };
  if (isAutomatic(message)) return { kind: "automatic", away: readAway(message), wish: wishOfMachine(message) };
  if (tellsComplaint(message)) return { kind: "complaint", ...(await readComplaint(message, null)) };
  return { kind: "human", wish: readWish(message) };
}

/** Beside a date only the plainest wish counts. */
const removal = (wish: Wish | null) => (wish?.wants === "remove" ? wish : null);

/** Who has gone is gone, whatever else the notice asks for; and a machine that names somebody else means only the time of an absence. */
function wishOfMachine(message: ReceivedMessage): Wish | null {
  const left = saysLeft(message);
  return left ? { wants: "left", sentence: left.sentence } : removal(readWish(message));
}
