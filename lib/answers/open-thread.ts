import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { suppressionOrder, suppressionsOf } from "@/db/access/suppressions-of";
import { withTeam } from "@/db/access/with-team";
import type { SuppressionReason } from "@/db/schema/words";
import type { Member } from "../auth/member";
import { AppError } from "../errors/app-error";
import { findThread } from "../threads/find-thread";
import { findColleaguesAnswer } from "./answer/find-colleagues-answer";
import { readAnswer } from "./answer/read-answer";

import { bareSubject } from "./bare-subject";

import { readLabel } from "./labels/read-label";
import { factsOf } from "./letters/facts-of";
import { readLetters } from "./letters/read-letters";
import { readSoFar } from "./letters/read-so-far";
import type { ThreadView } from "./thread-view";

/** One thread with all its letters, as its page shows it. Reading it changes nothing: `seeThread` says that it was looked at. @throws AppError "not_found". */
export function openThread(member: Member, threadId: string, now: Date): Promise<ThreadView> {
  return withTeam(member, async (tx) => {
    const thread = await findThread(tx, threadId);
    type About = Pick<ThreadView, "subject" | "mailbox" | "assigned" | "people" | "campaigns"> & {
      contact: Omit<ThreadView["contact"], "facts"> & { fields: Record<string, string> };
    };
    const [about] = await readRows<About>(
      tx,
      sql`select coalesce(n.subject, '') as subject,
            json_build_object('id', m.id, 'email', m.email, 'name', coalesce(m.display_name, m.email),
              'canRead', m.status = 'connected' and m.trouble is distinct from 'unreadable', 'canSend', m.status = 'connected') as mailbox,
            (select json_build_object('id', b.id, 'name', b.name) from members b where b.id = ${thread.assignedTo}::uuid) as assigned,
            (select coalesce(json_agg(json_build_object('id', b.id, 'name', b.name) order by b.name), '[]') from members b
             where b.status = 'active' and b.role <> 'viewer') as people,
            (select coalesce(json_agg(json_build_object('id', k.id, 'name', k.name, 'status', k.status) order by c.enrolled_at desc), '[]')
             from campaign_contacts c join campaigns k on k.id = c.campaign_id where c.contact_id = p.id) as campaigns,
            json_build_object('id', p.id, 'name', coalesce(p.name, p.email), 'firstName', p.first_name, 'email', p.email, 'company', p.company,
              'fields', p.fields, 'archived', p.archived_at is not null) as contact
          from contacts p join sender_accounts m on m.id = ${thread.senderAccountId} join mailbox_messages n on n.id = ${thread.lastMessageId}
          where p.id = ${thread.contactId}`,
    );
    if (!about) throw new AppError("not_found");
    const [suppressed] = await readRows<{ reason: SuppressionReason; since: string }>(
      tx,
      sql`select s.reason, s.created_at as since ${suppressionsOf(sql`${thread.contactId}`)} order by ${suppressionOrder} limit 1`,
    );
    const { fields, ...contact } = about.contact;
    return {
      id: thread.id,
      version: thread.version,
      state: thread.state,
      snoozedUntil: thread.snoozedUntil?.toISOString() ?? null,
      ...about,
      subject: bareSubject(about.subject),
      contact: { ...contact, facts: factsOf(fields) },
      suppressed: suppressed ?? null,
      letters: await readLetters(tx, thread),
      soFar: await readSoFar(tx, thread),
      label: await readLabel(tx, thread, now),
      answer: await readAnswer(tx, member, thread, now),
      answered: await findColleaguesAnswer(tx, member.memberId, thread),
    };
  });
}
