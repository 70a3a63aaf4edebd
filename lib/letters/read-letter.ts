import { eq, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type TeamTransaction, withTeam } from "@/db/access/with-team";
import { letters } from "@/db/schema/letters";
import type { MailboxStatus } from "@/db/schema/words";
import type { Member } from "../auth/member";
import type { LetterMail, LetterView } from "./letter";
import type { LetterRow } from "./lock-letter";
import { readMails } from "./mails/read-mails";

/** A letter as its page shows it; null where nothing was kept under this id yet. Another team's is none. */
export function readLetter(member: Member, letterId: string, now: Date): Promise<LetterView | null> {
  return withTeam(member, async (tx) => {
    const [letter] = await tx.select().from(letters).where(eq(letters.id, letterId));
    return letter ? viewLetter(tx, member, letter, now) : null;
  });
}

/** The same of a row that was read already, inside an open transaction. */
export async function viewLetter(tx: TeamTransaction, member: Member, letter: LetterRow, now: Date): Promise<LetterView> {
  type Facts = {
    writer: string;
    email: string;
    name: string;
    status: MailboxStatus;
    isStopped: boolean;
    template: string | null;
  };
  const [facts] = await readRows<Facts>(
    tx,
    sql`select b.name as writer, m.email, coalesce(m.display_name, m.email) as name, m.status,
          exists (select 1 from team_stops s where s.lifted_at is null) as "isStopped",
          (select x.id from email_templates x where x.id = ${letter.templateId}) as template
        from members b cross join sender_accounts m where b.id = ${letter.writtenBy} and m.id = ${letter.senderAccountId}`,
  );
  if (!facts) throw new Error("Whoever wrote the letter, or its mailbox, is gone.");
  const mails = await readMails(tx, member, letter, now);
  return {
    id: letter.id,
    threadId: letter.threadId,
    version: letter.version,
    savedAt: letter.updatedAt.toISOString(),
    writtenBy: { id: letter.writtenBy, name: facts.writer },
    state: stateOf(
      letter,
      mails.map(({ state }) => state),
    ),
    mayComeBack: letter.discardedAt !== null,
    from: { id: letter.senderAccountId, email: facts.email, name: facts.name },
    // One that was deleted since is none.
    templateId: facts.template,
    subject: letter.subject,
    body: letter.body,
    leave: leaveOf(letter),
    mails,
    resumes: facts.isStopped ? "stopped" : facts.status === "connected" ? null : "mailbox",
  };
}

/** How it leaves; its time as people write it, "9:00". */
export function leaveOf({ leave, leaveDay, leaveTime, leaveZone }: LetterRow): LetterView["leave"] {
  return { kind: leave, day: leaveDay, time: leaveTime?.slice(0, 5).replace(/^0/, "") ?? null, zone: leaveZone };
}

/** As its mails say: each may be signed, taken back and rejected on its own in Review, too. What was taken off it counts as nothing. */
export function stateOf(letter: Pick<LetterRow, "discardedAt">, mails: (LetterMail["state"] | "off")[]): LetterView["state"] {
  if (letter.discardedAt) return "discarded";
  const there = mails.filter((state) => state !== "off");
  if (there.length === 0 || there.includes("draft")) return "draft";
  return there.some((state) => state !== "over") ? "signed" : "discarded";
}
