import { sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { anyOf } from "@/db/access/any-of";
import type { Clock } from "@/db/access/database-clock";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import {
  type CampaignStatus,
  type ContactStatus,
  type MailboxStatus,
  type MailboxTrouble,
  withExchange,
} from "@/db/schema/words";
import { answeredAfter, answeredSince } from "../../campaigns/answered-since";
import { holdAt } from "../../campaigns/hold/is-held";
import { isChanged, isLeftOtherwise } from "../../campaigns/wait/is-changed";
import { isElsewhere } from "../../campaigns/wait/wait-facts";
import { isUnproven } from "../../domains/is-unproven";
import { isOutside as isOutsideOf } from "../../limits/is-outside";
import { lockBudget } from "../../limits/lock-budget";
import { readUsedUp } from "../../limits/read-used-up";
import { buildDraftRequest } from "../../mail/build-draft-request";
import { checkFooter } from "../../mail/check-footer";
import { WEEKDAYS } from "../../schedule/clock/read-rules";
import { toTemporal } from "../../schedule/clock/to-temporal";
import { localDay } from "../../schedule/local-day";
import type { Weekday } from "../../schedule/types";
import { isGuarded } from "../../senders/guard/is-guarded";
import { isMailedAgain, isUnheard, isUnread } from "./is-unread";
import type { IntentFacts } from "./judge-intent";

type Row = {
  draftId: string;
  /** Null of a mail without a campaign. */
  campaignId: string | null;
  mailboxId: string;
  campaignStatus: CampaignStatus;
  contactStatus: ContactStatus;
  runId: string | null;
  mailboxStatus: MailboxStatus;
  mailboxTrouble: MailboxTrouble | null;
  troubleCode: string | null;
  troubleUntil: string | null;
  guarded: boolean;
  domainUnproven: boolean;
  mayBeAnswered: boolean;
  answered: boolean;
  held: { until: string | null } | null;
  elsewhere: boolean;
  teamStopped: boolean;
  suppressed: boolean;
  signedHash: string | null;
  changedInOutlook: boolean;
  leftOtherwise: boolean;
  slotAt: string | null;
  start: string | null;
  end: string;
  days: Weekday[];
  zone: string;
  dailyLimit: number;
  spacing: number;
};

/** A mail without a campaign has its time and no window: only the limits of its mailbox, of the team and of Microsoft. */
const anyHour = {
  windowStart: "00:00",
  windowEnd: "24:00",
  days: WEEKDAYS,
  timeZone: "UTC",
  dailyLimit: Number.MAX_SAFE_INTEGER,
  spacingSeconds: 0,
};

/** They were mailed before, so that an answer may lie in the mailbox. */
const followsUp = sql`coalesce(c.current_sequence_step > 0, ${isMailedAgain(sql`e.draft_type`, sql`d.contact_id`)})`;

/** States in which a mail counts against every limit: it left, or may have. */
const counted = sql`state in ${anyOf(withExchange)}`;

/**
 * Locks what the last check looks at, then reads it: until this transaction ends nobody can pause the campaign, end the contact,
 * stop the team or take the signature back, so an intent that is written afterwards was written in time.
 * @param clock asked once everything is locked: a mailbox's turn may have been waited for.
 * @param isLeaving whether the mail leaves next: a follow-up does so only right after a look.
 * @returns the instant at which all of it held; null when there is no such delivery in this team.
 */
export async function lockIntentFacts(
  tx: TeamTransaction,
  deliveryId: string,
  runId: string,
  clock: Clock,
  isLeaving = false,
): Promise<{ facts: IntentFacts; now: Date; isOutside: boolean } | null> {
  const isOutside = await lock(tx, deliveryId, isLeaving);
  const now = await clock(tx);
  const [row] = await readRows<Row>(
    tx,
    sql`select d.draft_id as "draftId", d.campaign_id as "campaignId", d.sender_account_id as "mailboxId", coalesce(k.status, 'active') as "campaignStatus",
          coalesce(c.status, case when h.ended_reason is null then 'pending' else 'completed' end) as "contactStatus", coalesce(c.run_id, h.run_id) as "runId",
          m.status as "mailboxStatus", m.trouble as "mailboxTrouble", m.trouble_code as "troubleCode", m.trouble_until as "troubleUntil",
          ${isGuarded} as guarded, not ${followsUp} and ${isUnproven(now)} as "domainUnproven",
          ${followsUp} and (${isUnread(now)} or ${isLeaving ? isUnheard(now) : sql`false`}) as "mayBeAnswered",
          case when h.id is null then ${answeredSince} is not null
            else ${answeredAfter(sql`d.contact_id`, sql`g.signed_at`)} is not null end as answered,
          ${isElsewhere} as elsewhere, (select json_build_object('until', h.until) from ${holdAt(now)}) as held,
          exists (select 1 from team_stops s where s.lifted_at is null) as "teamStopped",
          is_suppressed(d.contact_id, coalesce(c.recipient_email, h.recipient_email)) as suppressed, g.hash as "signedHash",
          ${isChanged(sql`d.id`)} as "changedInOutlook", ${isLeftOtherwise(sql`d.id`, sql`d.campaign_contact_id`)} as "leftOtherwise",
          (select e.scheduled_for from scheduled_emails e where e.draft_id = d.draft_id and e.status = 'pending') as "slotAt",
          z.send_window_start::text as start, z.send_window_end::text as end, z.send_days as days, coalesce(z.timezone, 'UTC') as zone,
          z.daily_limit as "dailyLimit", z.delay_between_emails_seconds as spacing
        from deliveries d join sender_accounts m on m.id = d.sender_account_id join teams t on t.id = d.team_id join email_drafts e on e.id = d.draft_id
          left join campaigns k on k.id = d.campaign_id left join campaign_contacts c on c.id = d.campaign_contact_id
          left join campaign_settings z on z.campaign_id = k.id left join single_mails h on h.draft_id = d.draft_id
          left join signatures g on g.draft_id = d.draft_id and g.voided_at is null
        where d.id = ${deliveryId} and coalesce(c.id, h.id) is not null`,
  );
  if (!row) return null;
  const at = now.toISOString();
  const { start, end } = localDay({ timeZone: row.zone }, toTemporal(now));
  const [used] = await readRows<{ today: number; last: string | null }>(
    tx,
    sql`select (count(*) filter (where submitted_at >= ${start.toString()}::timestamptz and submitted_at < ${end.toString()}::timestamptz))::int as today, max(submitted_at) as last
        from deliveries where campaign_id = ${row.campaignId} and id <> ${deliveryId} and submitted_at is not null and ${counted}`,
  );
  const recent = await readRows<{ at: string }>(
    tx,
    sql`select submitted_at as at from deliveries where sender_account_id = ${row.mailboxId} and id <> ${deliveryId} and submitted_at > ${at}::timestamptz - interval '2 minutes' and ${counted}`,
  );
  const { request, hash, correctedTo, unreadable } = await buildDraftRequest(tx, row.draftId);
  const facts = {
    teamStopped: row.teamStopped,
    campaignStatus: row.campaignStatus,
    contactStatus: row.contactStatus,
    fenced: row.runId === runId,
    mailboxStatus: row.mailboxStatus,
    mailboxTrouble: row.mailboxTrouble,
    troubleCode: row.troubleCode,
    troubleUntil: instant(row.troubleUntil),
    guarded: row.guarded,
    domainUnproven: row.domainUnproven,
    mayBeAnswered: row.mayBeAnswered,
    answered: row.answered,
    held: row.held && { until: instant(row.held.until) },
    elsewhere: row.elsewhere,
    suppressed: row.suppressed,
    signedHash: row.signedHash,
    requestHash: unreadable ? "" : hash,
    senderCorrected: correctedTo !== null,
    footerLacks: checkFooter(request),
    changedInOutlook: row.changedInOutlook,
    leftOtherwise: row.leftOtherwise,
    slotAt: instant(row.slotAt),
    rules:
      row.start === null
        ? anyHour
        : {
            windowStart: row.start,
            windowEnd: row.end,
            days: row.days,
            timeZone: row.zone,
            dailyLimit: row.dailyLimit,
            spacingSeconds: row.spacing,
          },
    usedToday: used?.today ?? 0,
    lastSentAt: instant(used?.last ?? null),
    mailboxSent: recent.flatMap((mail) => instant(mail.at) ?? []),
    ...(await readUsedUp(tx, row.mailboxId, isOutside, { mailbox: true, budget: isOutside && isLeaving }, now)),
  };
  return { facts, now, isOutside };
}

/**
 * Each row in a statement of its own, in the order in which everybody takes them, and all before the facts are read: a statement that
 * waits for a lock still sees the world as it was when it began, and would miss the very stop it waited for. Intents of one mailbox
 * queue up, so that each counts those before it, and so do those of a team that go outside. Other campaigns of the contact need no lock: between them the order of enrolment decides,
 * which is the same for all, and a launch only adds behind it.
 */
async function lock(tx: TeamTransaction, deliveryId: string, isLeaving: boolean): Promise<boolean> {
  const [row] = await readRows<{ mailbox: string; campaign: string | null; contact: string | null; draft: string }>(
    tx,
    sql`select sender_account_id as mailbox, campaign_id as campaign, campaign_contact_id as contact, draft_id as draft from deliveries where id = ${deliveryId} for update`,
  );
  if (!row) return false;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('intent:' || ${row.mailbox}, 0))`);
  await tx.execute(sql`select 1 from teams for share`);
  await tx.execute(sql`select 1 from campaigns where id = ${row.campaign} for share`);
  const [contact] = await readRows<{ isOutside: boolean }>(
    tx,
    row.contact === null
      ? sql`select ${isOutsideOf(sql`h.recipient_email`)} as "isOutside" from single_mails h where h.draft_id = ${row.draft} for share of h`
      : sql`select ${isOutsideOf(sql`c.recipient_email`)} as "isOutside" from campaign_contacts c where c.id = ${row.contact} for share of c`,
  );
  const isOutside = contact?.isOutside ?? true;
  if (isOutside && isLeaving) await lockBudget(tx);
  return isOutside;
}

function instant(text: string | null): Temporal.Instant | null {
  return text === null ? null : Temporal.Instant.fromEpochMilliseconds(new Date(text).getTime());
}
