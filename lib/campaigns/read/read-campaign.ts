import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import type { CampaignStatus } from "@/db/schema/words";
import { AppError } from "../../errors/app-error";
import { shareReading } from "../../live/share-reading";
import type { AnswerRules, SendingRules } from "../../schedule/types";
import { holdOf, type MailboxHold, sends } from "../../senders/mailbox-hold";
import { digestShown } from "../../shown/digest-shown";
import { readShown } from "../../shown/read-shown";
import { readAnswerRules } from "../read-answer-rules";
import { readSendingRules } from "../read-sending-rules";
import type { PauseSeen } from "../resume-campaign";
import { pausedFor } from "./paused-for";
import { type ContactCounts, noContacts, readCounts } from "./read-counts";
import { type NextMail, readNextMails } from "./read-next-mails";
import { countInReview, readReasons, type WaitingGroup } from "./read-reasons";
import { readReasonsBehind } from "./read-reasons-behind";
import { readSteps, type StepProgress } from "./read-steps";
import { readStream, type StreamEvent } from "./read-stream";

export type CampaignHead = {
  id: string;
  name: string;
  status: CampaignStatus;
  mailboxId: string | null;
  mailbox: string | null;
  mailboxHeld: MailboxHold | null;
  listName: string | null;
  launchedAt: Date | null;
  launchedBy: string | null;
  completedAt: Date | null;
  completedBy: string | null;
  archivedAt: Date | null;
  /**
   * Who stopped it or the whole team, and when; `draftId` is the mail it was paused for, by itself, because its sent copy differs, and `because`
   * holds the words of a rule or filter, where one refused its mail.
   */
  paused: { by: string | null; at: Date; all: boolean; draftId: string | null; because: string | null } | null;
  /** Whose mail the rule refused. */
  refused: { contactId: string; email: string } | null;
  /** What resuming acts on; null unless the campaign itself is paused. */
  pause: PauseSeen | null;
  timezone: string;
};

export type CampaignView = {
  head: CampaignHead;
  counts: ContactCounts;
  steps: StepProgress[];
  reasons: WaitingGroup[];
  /** So many of its mails stand in Review. */
  inReview: number;
  /** While it is paused: what would hold the same contacts without the pause. */
  behind: WaitingGroup[];
  next: NextMail[];
  stream: StreamEvent[];
  rules: SendingRules;
  answers: AnswerRules;
};

/** The name and state of a campaign. @throws AppError "not_found". */
export function readCampaignHead(scope: Scope, campaignId: string): Promise<CampaignHead> {
  return withTeam(scope, async (tx) => head(tx, campaignId));
}

/** Everything the overview of a campaign shows, read in one moment so that its numbers add up. @throws AppError "not_found". */
export function readCampaign(scope: Scope, campaignId: string, now: Date): Promise<CampaignView> {
  return withTeam(scope, async (tx) => {
    const campaign = await head(tx, campaignId);
    const rules = await readSendingRules(tx, campaignId);
    return {
      head: campaign,
      counts: (await readCounts(tx, [campaignId])).get(campaignId) ?? noContacts,
      steps: await readSteps(tx, campaignId),
      reasons: await readReasons(tx, campaignId),
      inReview: await countInReview(tx, campaignId),
      behind: campaign.paused ? await readReasonsBehind(tx, { id: campaignId, mailboxId: campaign.mailboxId }, rules, now) : [],
      next: await readNextMails(tx, { campaignId }, 4),
      stream: await readStream(tx, campaignId, 14),
      rules,
      answers: await readAnswerRules(tx, campaignId),
    };
  });
}

/** The same, read once for all who ask. */
export function shareCampaign(scope: Scope, campaignId: string, now: Date): Promise<CampaignView> {
  return shareReading(scope.teamId, `campaign ${campaignId}`, () => readCampaign(scope, campaignId, now));
}

async function head(tx: TeamTransaction, campaignId: string): Promise<CampaignHead> {
  type Row = Omit<CampaignHead, "launchedAt" | "completedAt" | "archivedAt" | "paused" | "pause"> & {
    pauseId: string | null;
    launchedAt: string | null;
    completedAt: string | null;
    archivedAt: string | null;
    pausedBy: string | null;
    pausedFor: string | null;
    because: string | null;
    pausedAt: string | null;
    stoppedBy: string | null;
    stoppedAt: string | null;
  };
  const [row] = await readRows<Row>(
    tx,
    sql`select c.id, c.name, c.status, m.id as "mailboxId", m.email as mailbox, case when not ${sends} then ${holdOf} end as "mailboxHeld", l.name as "listName",
          c.launched_at as "launchedAt", lb.name as "launchedBy", c.completed_at as "completedAt", cb.name as "completedBy", c.archived_at as "archivedAt",
          p.id as "pauseId", pb.name as "pausedBy", ${pausedFor} as "pausedFor", p.because, p.paused_at as "pausedAt",
          (select json_build_object('contactId', r.id, 'email', r.email) from activities a join contacts r on r.id = a.contact_id
             where a.verb = 'paused by a report' and a.campaign_id = c.id and a.at = p.paused_at limit 1) as refused, sb.name as "stoppedBy", s.stopped_at as "stoppedAt", g.timezone
        from campaigns c join campaign_settings g on g.campaign_id = c.id
          left join sender_accounts m on m.id = c.sender_account_id left join contact_lists l on l.id = c.list_id
          left join campaign_launches n on n.campaign_id = c.id left join members lb on lb.id = n.launched_by
          left join members cb on cb.id = c.completed_by
          left join campaign_pauses p on p.campaign_id = c.id and p.resumed_at is null left join members pb on pb.id = p.paused_by
          left join team_stops s on s.lifted_at is null left join members sb on sb.id = s.stopped_by
        where c.id = ${campaignId}`,
  );
  if (!row) throw new AppError("not_found");
  const { pauseId, pausedBy, pausedFor: draftId, because, pausedAt, stoppedBy, stoppedAt, ...rest } = row;
  const own =
    row.status === "paused" && pausedAt ? { by: pausedBy, at: instantOf(pausedAt), all: false, draftId, because } : null;
  const all =
    row.status === "active" && stoppedAt
      ? { by: stoppedBy, at: instantOf(stoppedAt), all: true, draftId: null, because: null }
      : null;
  return {
    ...rest,
    launchedAt: instantOf(row.launchedAt),
    completedAt: instantOf(row.completedAt),
    archivedAt: instantOf(row.archivedAt),
    paused: own ?? all,
    pause: row.status === "paused" ? { pauseId, digest: digestShown(await readShown(tx, campaignId)) } : null,
  };
}
