import { type Answer, graphError } from "../http";
import { withdrawConsent } from "../oauth/consents";
import { addressesOf } from "../people";
import { primaryOf, state, troubleOf } from "../state";
import { sql } from "../store";
import type { Asked } from "./asked";
import { notFound } from "./errors";
import { findMessage } from "./message";

/** What /send can refuse although the mail is sound: the mailbox may not send. */
export const sendingBlocks: Record<string, { status: number; says: string }> = {
  ErrorMessageSubmissionBlocked: {
    status: 403,
    says: "Cannot send mail. Follow the instructions in your Inbox to verify your account., WASCL UserAction verdict is not None. Actual verdict is Suspend, ShowTierUpgrade.",
  },
  ErrorExceededMessageLimit: {
    status: 429,
    says: "Cannot send mail. Daily Message/Recipient limit exceeded., WASCL UserAction verdict is not None. Actual verdict is RefuseQuota, ShowTierUpgrade.",
  },
  ErrorSendAsDenied: {
    status: 403,
    says: "The user account which was used to submit this request does not have the right to send mail on behalf of the specified sending account., Cannot submit message.",
  },
  ErrorQuotaExceeded: { status: 403, says: "The mailbox has exceeded its quota, and the message cannot be sent." },
};

/** POST /messages/{id}/send: 202 at once; the item moves and leaves later. Twice before the move delivers twice. */
export async function sendMessage({ person, id }: Asked): Promise<Answer> {
  const message = await findMessage(person.email, id);
  if (!message?.is_draft) return notFound();
  const everybody = [...message.recipients, ...message.cc, ...message.bcc].map((one) => one.emailAddress?.address ?? "");
  const wrong = everybody.find((address) => !/^[^\s@<>]+@[^\s@<>]+$/.test(address));
  if (everybody.length === 0 || wrong !== undefined)
    return graphError(
      400,
      "ErrorInvalidRecipients",
      `At least one recipient is not valid.${wrong ? `, Recipient '${wrong}' is not resolved. All recipients must be resolved before a message can be submitted.` : ""}`,
    );
  const { sending } = troubleOf(person.email);
  if (sending && sendingBlocks[sending]) return block(sending);
  const primary = primaryOf(person);
  const from = message.sender?.emailAddress.address.toLowerCase() ?? primary;
  if (from !== primary && !addressesOf(person).includes(from)) return block("ErrorSendAsDenied");
  // Whatever address of one's own was asked for: mail carries the primary one, unless the organisation lets people send from others.
  if (from !== primary)
    await sql`update messages set sender = ${sql.json({ emailAddress: { address: primary, name: person.name } })}, version = version + 1, changed_at = now() where id = ${message.id}`;
  await sql`insert into jobs (kind, message, due_at) values ('send', ${message.id}, ${new Date(Date.now() + state.moveDelayMs)})`;
  const withdrawn = state.withdrawAfterMail.indexOf(person.oid);
  if (withdrawn >= 0) {
    state.withdrawAfterMail.splice(withdrawn, 1);
    await withdrawConsent(person);
  }
  return { status: 202, headers: { "content-length": "0" } };
}

function block(code: string): Answer {
  const { status, says } = sendingBlocks[code] ?? { status: 403, says: "" };
  return graphError(status, code, says);
}
