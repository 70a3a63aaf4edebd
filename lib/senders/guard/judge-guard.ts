import { type GuardKind, guardKinds } from "@/db/schema/words";

/** So many of a mailbox's last mails are looked at, and so many must have left before anything is said of them. */
export const lastMails = 200;
export const leastMails = 40;

/** Of the last mails, `of` at most `lastMails`: how many people they met who are no more there, and who asked not to be mailed. */
export type LastMails = { of: number; dead: number; optOuts: number };
/** In percent; a team may be stricter than this, never laxer. */
export type Allowed = { dead: number; optOuts: number };
export const mostAllowed: Allowed = { dead: 5, optOuts: 2 };

export type GuardVerdict = { kind: GuardKind; counted: number; of: number; allowedPercent: number };

/**
 * Whether a mailbox is paused before its reputation suffers: more than the allowed share of its last mails met dead addresses, or opt-outs. Exactly
 * the share passes. The thresholds are this product's own, well below where providers act.
 * @returns null where it may go on; of two kinds the first.
 */
export function judgeGuard(mails: LastMails, allowed: Allowed): GuardVerdict | null {
  const { of } = mails;
  if (of < leastMails) return null;
  for (const kind of guardKinds) {
    const [counted, allowedPercent] = kind === "dead addresses" ? [mails.dead, allowed.dead] : [mails.optOuts, allowed.optOuts];
    // In thousandths, which are whole: a share of 0.7 is none to a computer.
    if (counted * 100_000 > Math.round(allowedPercent * 1000) * of) return { kind, counted, of, allowedPercent };
  }
  return null;
}
