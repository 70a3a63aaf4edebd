import { compareMails } from "../../lib/mail/compare/compare-mails";
import { requestAsShown } from "../../lib/mail/compare/request-as-shown";
import { hashRequest, type MailRequest } from "../../lib/mail/mail-request";
import type { Mail } from "../support/stand-in";

/** How many mails somebody is to get in all. */
export type Expected = { recipient: string; mails: number };
/** A mail that bears a signature, as the ledger knows it. */
export type Signed = { recipient: string; key: string | null; hash: string; request: MailRequest };
export type Arrived = Pick<Mail, "recipient" | "sender" | "subject" | "body" | "send_key">;

/** What is not as it must be, each named in a line that holds no text of a mail. */
export type Verdict = { doubled: string[]; lost: string[]; changed: string[]; unsigned: string[] };

/**
 * Compares what arrived with what was signed and with whom was to be written to: each signed mail once, in its own words, and nothing else. Who got one twice
 * or too few is counted by person as well, so that a mail that was written or signed twice is found, too.
 * @param open who still waits for a mail: what they did not get is not lost yet, and told as unsettled.
 */
export function judgeMails(
  expected: Expected[],
  signed: Signed[],
  arrived: Arrived[],
  open: ReadonlySet<string> = new Set(),
): Verdict {
  const byKey = new Map(signed.map((one) => [one.key, one]));
  const copies = countBy(arrived, ({ send_key }) => send_key);
  const got = countBy(arrived, ({ recipient }) => recipient);
  const known = new Map(expected.map((one) => [one.recipient, one.mails]));
  const verdict: Verdict = { doubled: [], lost: [], changed: [], unsigned: [] };
  for (const { key, recipient } of signed) {
    const times = copies.get(key ?? "") ?? 0;
    if (times === 0 && !open.has(recipient)) verdict.lost.push(`${recipient}: a signed mail, key ${key}`);
    if (times > 1) verdict.doubled.push(`${recipient}: ${times} copies of key ${key}`);
  }
  for (const { recipient, mails } of expected) {
    const times = got.get(recipient) ?? 0;
    if (times < mails && !open.has(recipient)) verdict.lost.push(`${recipient}: ${times} of ${mails} mails`);
    if (times > mails) verdict.doubled.push(`${recipient}: ${times} mails instead of ${mails}`);
  }
  for (const mail of arrived) {
    const one = byKey.get(mail.send_key);
    if (!one || !known.has(mail.recipient)) verdict.unsigned.push(`${mail.recipient}: key ${mail.send_key}`);
    else if (isOther(one, mail)) verdict.changed.push(`${mail.recipient}: key ${mail.send_key}`);
  }
  return verdict;
}

export const isSound = (verdict: Verdict) => Object.values(verdict).every((found) => found.length === 0);

/** Exchange writes a body in its own way: its looks alone are no difference. */
function isOther({ request, hash, recipient }: Signed, mail: Arrived): boolean {
  if (hashRequest(request) !== hash || recipient !== mail.recipient) return true;
  const signed = requestAsShown(request);
  const shown = {
    ...signed,
    subject: mail.subject,
    from: { email: mail.sender, name: signed.from?.name ?? "" },
    sender: null,
    to: [{ email: mail.recipient, name: request.to.name }],
    html: mail.body,
  };
  return compareMails(signed, shown).some(({ field }) => field !== "markup");
}

function countBy<One>(all: One[], keyOf: (one: One) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return counts;
}
