import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import type { StoppedMail } from "@/db/schema/replies";
import type { EndReason } from "@/db/schema/words";
import type { Happened } from "./happened";

type Ended = { id: string; at: Date; reason: EndReason; campaign: string; by: string | null };
type Answer = { id: string; receivedAt: Date; stopped: StoppedMail[] };
/** `messageId`: the answer that did it, where one did. */
type StopEvent = { event: Happened; messageId: string | null };

const byAnswer: readonly EndReason[] = ["replied", "asked not to be mailed"];

/**
 * That and why each campaign of a contact ended before it had sent every mail; what one answer ended is told once. Stopping by hand is told by the
 * record, with its reason.
 */
export async function readStops(tx: TeamTransaction, contactId: string): Promise<StopEvent[]> {
  const found = await readRows<Omit<Ended, "at"> & { at: string }>(
    tx,
    sql`select c.id, c.completed_at as at, c.ended_reason as reason, k.name as campaign, m.name as by
        from campaign_contacts c join campaigns k on k.id = c.campaign_id left join members m on m.id = c.stopped_by
        where c.contact_id = ${contactId} and c.completed_at is not null and c.ended_reason <> 'got every mail'
          and not (c.ended_reason = 'stopped by hand' and exists (select 1 from activities a
            where a.contact_id = c.contact_id and a.campaign_id = c.campaign_id and a.verb = 'stopped a contact'))
        order by c.completed_at, c.id`,
  );
  const ended = found.map((row): Ended => ({ ...row, at: instantOf(row.at) }));
  const answers = ended.some(({ reason }) => byAnswer.includes(reason)) ? await readAnswers(tx, contactId) : [];
  const together = new Map<string, Ended[]>();
  const alone: StopEvent[] = [];
  for (const one of ended) {
    const cause = byAnswer.includes(one.reason) ? findCause(one, answers) : undefined;
    if (cause) together.set(cause.id, [...(together.get(cause.id) ?? []), one]);
    else alone.push({ event: eventOf([one], null), messageId: null });
  }
  const caused = [...together].map(([messageId, ones]) => ({
    event: eventOf(ones, answers.find((answer) => answer.id === messageId) ?? null),
    messageId,
  }));
  return [...alone, ...caused];
}

async function readAnswers(tx: TeamTransaction, contactId: string): Promise<Answer[]> {
  const rows = await readRows<Omit<Answer, "receivedAt"> & { receivedAt: string }>(
    tx,
    sql`select x.id, x.received_at as "receivedAt", x.stopped from mailbox_messages x
        where x.contact_id = ${contactId} and x.kind in ('reply', 'meeting') and not x.is_old order by x.received_at`,
  );
  return rows.map((row) => ({ ...row, receivedAt: instantOf(row.receivedAt) }));
}

/** The answer that says so itself, else the last one that had come when it ended. */
function findCause(one: Ended, answers: Answer[]): Answer | undefined {
  return (
    answers.find(({ stopped }) => stopped.some((mail) => mail.campaignContactId === one.id)) ??
    answers.findLast(({ receivedAt }) => receivedAt <= one.at)
  );
}

function eventOf(ones: Ended[], answer: Answer | null): Happened {
  const first = ones[0] as Ended;
  const own = new Map(ones.map(({ id, campaign }) => [id, campaign]));
  const mails = (answer?.stopped ?? []).flatMap(({ campaignContactId, step, wasAt }) => {
    const campaign = own.get(campaignContactId);
    return campaign === undefined ? [] : [{ step, campaign, wasAt: wasAt ? new Date(wasAt) : null }];
  });
  const seconds = answer ? Math.max(0, Math.round((first.at.getTime() - answer.receivedAt.getTime()) / 1000)) : null;
  const colleagues = (answer?.stopped.length ?? 0) - mails.length;
  return {
    id: first.id,
    kind: "ended",
    at: first.at,
    title: first.reason,
    about: ones.map(({ campaign }) => campaign).join(" and "),
    by: first.by,
    text: "",
    place: null,
    otherwise: false,
    letter: null,
    stop: { seconds, mails, colleagues },
  };
}
