import { and, eq, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { lowerCase } from "@/db/access/lower-case";
import { instantOf, readRows } from "@/db/access/read-rows";
import { suppressionsOf } from "@/db/access/suppressions-of";
import type { TeamTransaction } from "@/db/access/with-team";
import { campaignContacts } from "@/db/schema/campaigns";
import { type EndReason, underWay, withExchange } from "@/db/schema/words";
import { zoneOfReader } from "../auth/zone-of-reader";
import { AppError } from "../errors/app-error";
import { toTemporal } from "../schedule/clock/to-temporal";
import { formatDay } from "../schedule/words/format-time";
import { answeredSince } from "./answered-since";
import { bouncedSince } from "./bounced-since";
import { isElsewhere } from "./wait/wait-facts";

/** An enrolment that ended for a reason a person may take back, and the draft that waits again then. */
type Ended = { campaignContactId: string; draftId: string; reason: EndReason };

/**
 * Lets a campaign go on for a contact for whom it ended: the only way back. What happened meanwhile is looked at first; somebody whom
 * another campaign enrolled earlier comes back and waits for that. The caller holds the draft, and wakes the run.
 * @throws AppError "conflict" with the sentence that says why, and since when, the campaign stays ended.
 */
export async function reopenContact(tx: TeamTransaction, ended: Ended, now: Date): Promise<void> {
  const { campaignContactId: id, reason } = ended;
  // Each in a statement of its own and before anything is read, in the order in which everybody takes them.
  await tx.execute(sql`select 1 from deliveries where draft_id = ${ended.draftId} for update`);
  await tx.execute(
    sql`select 1 from campaigns k where k.id = (select c.campaign_id from campaign_contacts c where c.id = ${id}) for share`,
  );
  await tx.execute(sql`select 1 from campaign_contacts where id = ${id} for update`);
  const facts = await readFacts(tx, ended);
  if (facts?.reason !== reason) throw new AppError("conflict", "The campaign did not end for this, so nothing is taken back.");
  if (!facts.underWay) throw new AppError("conflict", "The campaign is finished.");
  const why = whyNot(facts, now);
  if (why) throw new AppError("conflict", `${why}, so the campaign stays ended for them.`);
  await tx
    .update(campaignContacts)
    .set({
      status: sql`case when ${campaignContacts.currentSequenceStep} > 0 then 'in_progress' else 'pending' end`,
      endedReason: null,
      completedAt: null,
      stoppedBy: null,
      waitReason: facts.elsewhere ? "elsewhere" : "needs_signature",
      nextAt: null,
      runId: null,
    })
    .where(and(eq(campaignContacts.id, id), eq(campaignContacts.endedReason, reason)));
}

type Facts = {
  reason: EndReason | null;
  underWay: boolean;
  elsewhere: boolean;
  name: string;
  timeZone: string;
  answered: string | null;
  bounced: string | null;
  suppressed: string | null;
  archived: string | null;
  left: string | null;
};

async function readFacts(tx: TeamTransaction, ended: Ended): Promise<Facts | undefined> {
  const [facts] = await readRows<Facts>(
    tx,
    sql`select c.ended_reason as reason, k.status in ${anyOf(underWay)} as "underWay", ${isElsewhere} as elsewhere, coalesce(p.name, p.email) as name,
          ${zoneOfReader(sql`t`)} as "timeZone", ${answeredSince} as answered,
          ${bouncedSince} as bounced,
          greatest((select max(s.created_at) ${suppressionsOf(sql`p.id`)}),
            (select max(s.created_at) from suppressions s where s.lifted_at is null and s.email_norm = ${lowerCase(sql`c.recipient_email`)})) as suppressed, p.archived_at as archived,
          (select max(coalesce(v.accepted_at, v.submitted_at, x.found_at)) from deliveries v left join mail_differences x on x.delivery_id = v.id and x.place = 'by hand'
            where v.draft_id = ${ended.draftId} and (v.state in ${anyOf(withExchange)} or x.id is not null)) as left
        from campaign_contacts c join campaigns k on k.id = c.campaign_id join contacts p on p.id = c.contact_id join teams t on t.id = c.team_id
        where c.id = ${ended.campaignContactId}`,
  );
  return facts;
}

function whyNot({ name, timeZone, ...facts }: Facts, now: Date): string | null {
  const on = (at: string) => {
    const day = formatDay(toTemporal(instantOf(at)), { now: toTemporal(now), timeZone });
    return day === "today" ? day : `on ${day}`;
  };
  if (facts.answered) return `${name} answered ${on(facts.answered)}`;
  if (facts.bounced) return `A mail to ${name} bounced ${on(facts.bounced)}`;
  if (facts.suppressed) return `${name} was suppressed ${on(facts.suppressed)}`;
  if (facts.archived) return `${name} was archived ${on(facts.archived)}`;
  return facts.left ? `This mail to ${name} left ${on(facts.left)}` : null;
}
