import { eq, sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { letters } from "@/db/schema/letters";
import { signInside } from "../drafts/sign-draft";
import { AppError } from "../errors/app-error";
import type { SignedLetter } from "./letter";
import { lockLetter } from "./lock-letter";
import { type LockedMail, lockMails } from "./mails/lock-mails";

type Shown = { draftId: string; hash: string };

/**
 * Signs mails of a letter, all of them or none, each with the hash its page showed. The letter is locked first: a second click, a retry and a restored tab
 * wait, find these very mails signed, and get the same answer.
 * @throws AppError "not_found", "conflict" where a mail is another than was shown, was rejected or discarded, "blocked" with the check that forbids it.
 */
export function signLetter(scope: Scope, given: { letterId: string; mails: Shown[] }, now: Date): Promise<SignedLetter> {
  return withTeam(scope, async (tx) => {
    const letter = await lockLetter(tx, given.letterId);
    const mails = new Map((await lockMails(tx, letter.id)).map((mail) => [mail.draftId, mail]));
    const shown = [...new Map(given.mails.map((mail) => [mail.draftId, mail])).values()];
    const signed = await readSigned(tx, shown);
    const waiting = shown.filter(({ draftId, hash }) => signed.get(draftId)?.hash !== hash);
    if (waiting.length > 0 && letter.discardedAt)
      throw new AppError("conflict", "This letter was discarded meanwhile. Nothing was signed.");
    // In the order in which everybody locks many.
    for (const { draftId, hash } of waiting.toSorted((a, b) => (a.draftId < b.draftId ? -1 : 1))) {
      const mail = mails.get(draftId);
      if (!mail) throw new AppError("not_found");
      if (signed.has(draftId)) throw new AppError("conflict", `${mail.name}: another text of this mail is signed already.`);
      await signOne(tx, scope, mail, hash, now);
    }
    if (waiting.length > 0)
      await tx
        .update(letters)
        .set({ signedAt: letter.signedAt ?? now, signedBy: letter.signedBy ?? scope.memberId })
        .where(eq(letters.id, letter.id));
    return answer(shown, mails, await readSigned(tx, shown));
  });
}

async function signOne(tx: TeamTransaction, scope: Scope, mail: LockedMail, hash: string, now: Date): Promise<void> {
  const [moved] = await readRows<{ email: string }>(
    tx,
    sql`select p.email from single_mails h join contacts p on p.id = h.contact_id
        where h.id = ${mail.singleMailId} and p.email <> h.recipient_email`,
  );
  if (moved)
    throw new AppError(
      "conflict",
      `${mail.name} has another address now, ${moved.email}. Look at the mail again before you sign.`,
    );
  try {
    await signInside(tx, scope, mail.draftId, hash, now);
  } catch (error) {
    if (error instanceof AppError && ["conflict", "blocked"].includes(error.code))
      throw new AppError(error.code, sayOf(mail.name, error.message));
    throw error;
  }
}

/** A sentence about one of several mails. */
function sayOf(name: string, sentence: string): string {
  const rest = "Nothing was signed.";
  const whole = /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
  return `${name}: ${whole}${whole.includes(rest) ? "" : ` ${rest}`}`;
}

type Live = { draftId: string; hash: string; at: string | null };

/** The live signatures of mails, and when each leaves, or left. */
async function readSigned(tx: TeamTransaction, shown: Shown[]): Promise<Map<string, Live>> {
  const rows = await readRows<Live>(
    tx,
    sql`select g.draft_id as "draftId", g.hash, coalesce(
            (select e.scheduled_for from scheduled_emails e where e.draft_id = g.draft_id and e.status <> 'cancelled' order by e.created_at desc limit 1),
            h.leave_at, g.signed_at) as at
        from signatures g join single_mails h on h.draft_id = g.draft_id
        where g.draft_id = any(${sql.param(shown.map(({ draftId }) => draftId))}::uuid[]) and g.voided_at is null`,
  );
  return new Map(rows.map((row) => [row.draftId, row]));
}

function answer(shown: Shown[], mails: Map<string, LockedMail>, signed: Map<string, Live>): SignedLetter {
  const all = shown.map(({ draftId }) => {
    const mail = mails.get(draftId);
    const at = instantOf(signed.get(draftId)?.at ?? null);
    if (!mail || !at) throw new AppError("not_found");
    return { draftId, name: mail.name, at: at.toISOString() };
  });
  return { signed: all, takeBackUntil: all.map(({ at }) => at).toSorted()[0] ?? "" };
}
