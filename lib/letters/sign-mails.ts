import { eq, sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { Scope, TeamTransaction } from "@/db/access/with-team";
import { letters } from "@/db/schema/letters";
import { signInside } from "../drafts/sign-draft";
import { AppError } from "../errors/app-error";
import type { SignedLetter } from "./letter";
import type { LetterRow } from "./lock-letter";
import { type LockedMail, lockMails } from "./mails/lock-mails";

type Shown = { draftId: string; hash: string };

/**
 * Signs mails of a letter that the caller holds, all of them or none. Who asks twice waits, finds these very mails signed, and gets the same answer.
 * @param allow is asked where something is to be signed, once all of it is locked, and throws what forbids it.
 * @throws AppError as `signLetter` says.
 */
export async function signMails(
  tx: TeamTransaction,
  scope: Scope,
  letter: LetterRow,
  given: Shown[],
  now: Date,
  allow: () => Promise<void> = async () => {},
): Promise<SignedLetter> {
  const mails = new Map((await lockMails(tx, letter.id)).map((mail) => [mail.draftId, mail]));
  const shown = [...new Map(given.map((mail) => [mail.draftId, mail])).values()];
  const signed = await readSigned(tx, shown);
  const waiting = shown.filter(({ draftId, hash }) => signed.get(draftId)?.hash !== hash);
  if (waiting.length > 0 && letter.discardedAt)
    throw new AppError("conflict", "This letter was discarded meanwhile. Nothing was signed.");
  if (waiting.length > 0) await allow();
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
}

/** An answer `h` goes to the address its reader wrote `n` from, whichever of theirs, as long as that is theirs. */
const isWhereTheyWroteFrom = sql`(n.contact_id = h.contact_id and (lower(n.from_email) = lower(h.recipient_email)
    or exists (select 1 from contact_addresses a where a.contact_id = h.contact_id and a.address_norm = lower(h.recipient_email))))`;

async function signOne(tx: TeamTransaction, scope: Scope, mail: LockedMail, hash: string, now: Date): Promise<void> {
  const [moved] = await readRows<{ email: string; isAnswer: boolean }>(
    tx,
    sql`select p.email, h.answers_message_id is not null as "isAnswer" from single_mails h join contacts p on p.id = h.contact_id
          left join mailbox_messages n on n.id = h.answers_message_id
        where h.id = ${mail.singleMailId} and case when n.id is null then p.email <> h.recipient_email else not ${isWhereTheyWroteFrom} end`,
  );
  if (moved?.isAnswer)
    throw new AppError("conflict", `What it answers is no longer ${mail.name}’s. Look at the thread again; nothing was signed.`);
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
