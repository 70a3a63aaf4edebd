import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type TeamTransaction, withTeam } from "@/db/access/with-team";
import type { AnswerTask } from "../../assistant/write-answer";
import type { Member } from "../../auth/member";
import { AppError } from "../../errors/app-error";
import { isSeen } from "../../mail/is-seen";
import { textOf } from "../../mail/sanitize-html";
import { openKept } from "../../received/kept/open-kept";
import { toTemporal } from "../../schedule/clock/to-temporal";
import { formatTime } from "../../schedule/words/format-time";
import { bareSubject } from "../bare-subject";

export type Material = Omit<AnswerTask, "note">;

/** So many of the last letters, and so much of each: an answer needs no more. */
const lastLetters = 6;
const longest = 4000;

/**
 * All that a model may know of a thread: its last letters, who writes, to whom, and what the member has begun to answer. Of theirs, the whole
 * words where the team keeps them, else the first ones. @throws AppError "not_found".
 */
export function readMaterial(member: Member, given: { threadId: string; letterId: string | null }, now: Date): Promise<Material> {
  return withTeam(member, async (tx) => {
    const [row] = await readRows<Omit<Material, "letters" | "present"> & { present: string | null }>(
      tx,
      sql`select coalesce(n.subject, '') as subject,
            json_build_object('name', coalesce(m.display_name, m.email), 'email', m.email) as sender,
            json_build_object('name', coalesce(p.name, p.email), 'company', p.company) as recipient,
            (select l.body from letters l where l.id = ${given.letterId} and l.thread_id = t.id and l.written_by = ${member.memberId}) as present
          from reply_threads t join contacts p on p.id = t.contact_id join sender_accounts m on m.id = t.sender_account_id
            join mailbox_messages n on n.id = t.last_message_id where t.id = ${given.threadId}`,
    );
    if (!row || (given.letterId !== null && row.present === null)) throw new AppError("not_found");
    const letters = await readRows<{ id: string; from: "us" | "them"; text: string; at: string }>(
      tx,
      sql`select y.* from (
            select s.id, 'us' as from, s.body as text, s.sent_at as at from sent_emails s
              join reply_threads t on t.contact_id = s.contact_id and t.sender_account_id = s.sender_account_id where t.id = ${given.threadId}
            union all
            select m.id, 'them', coalesce(m.snippet, ''), m.received_at from mailbox_messages m
              join reply_threads t on t.contact_id = m.contact_id and t.sender_account_id = m.sender_account_id
              where t.id = ${given.threadId} and m.kind in ('reply', 'meeting')) y
          order by y.at desc limit ${lastLetters}`,
    );
    const texts = await Promise.all(
      letters.reverse().map(async ({ id, from, text, at }) => ({
        from,
        at: formatTime(toTemporal(instantOf(at)), { now: toTemporal(now), timeZone: member.timezone }),
        text: (from === "us" ? ownWords(text) : await theirWords(tx, id, text)).slice(0, longest),
      })),
    );
    return {
      ...row,
      subject: bareSubject(row.subject),
      present: row.present !== null && isSeen(textOf(row.present)) ? row.present : null,
      letters: texts,
    };
  });
}

/** What we wrote ourselves: without the mail before, which it quotes, and the lines that the law asks for. */
function ownWords(html: string): string {
  return textOf(html.split('<div data-part="history"', 1)[0]?.split('<div data-part="footer"', 1)[0] ?? "");
}

async function theirWords(tx: TeamTransaction, messageId: string, first: string): Promise<string> {
  const kept = await openKept(tx, messageId);
  return (kept && textOf(kept.words)) || first;
}
