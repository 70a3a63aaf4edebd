import type { TestDatabase } from "@/db/testing/test-database";
import type { ReadyMail } from "./seed-ready-mail";

/** What a test does to the place of a ready mail, of either kind: its contact in a campaign, or its row of its own. */
type Admin = TestDatabase["admin"];
type Of = Pick<ReadyMail, "kind" | "scope" | "campaignId" | "campaignContactId" | "singleMailId" | "draftId">;

/** Nothing leaves of it until it is let go. @returns what the last check says meanwhile. */
export async function holdBack(admin: Admin, { kind, scope, campaignId }: Of): Promise<"paused" | "stopped"> {
  if (kind === "campaign") await admin`update campaigns set status = 'paused' where id = ${campaignId}`;
  // No campaign holds a mail by hand; what holds all does.
  else await admin`insert into team_stops (team_id) values (${scope.teamId})`;
  return kind === "campaign" ? "paused" : "stopped";
}

export async function letGo(admin: Admin, { kind, scope, campaignId }: Of) {
  if (kind === "campaign") await admin`update campaigns set status = 'active' where id = ${campaignId}`;
  else await admin`delete from team_stops where team_id = ${scope.teamId}`;
}

/** Nothing more comes of it, whatever ended it; its slot and signature stay as they are. */
export async function endPlace(admin: Admin, { kind, campaignContactId, singleMailId }: Of) {
  if (kind === "campaign") await admin`update campaign_contacts set status = 'replied' where id = ${campaignContactId}`;
  else await admin`update single_mails set ended_reason = 'cancelled', ended_at = now() where id = ${singleMailId ?? null}`;
}

/** Another run holds it, or none. */
export async function giveRun(admin: Admin, { kind, campaignContactId, singleMailId }: Of, runId: string | null) {
  if (kind === "campaign") await admin`update campaign_contacts set run_id = ${runId} where id = ${campaignContactId}`;
  else await admin`update single_mails set run_id = ${runId} where id = ${singleMailId ?? null}`;
}

/** It goes to another address than it was signed for. */
export async function redirect(admin: Admin, { kind, campaignContactId, singleMailId }: Of, email: string) {
  if (kind === "campaign") await admin`update campaign_contacts set recipient_email = ${email} where id = ${campaignContactId}`;
  else await admin`update single_mails set recipient_email = ${email} where id = ${singleMailId ?? null}`;
}

/** Its person was mailed before. */
export async function mailedBefore(admin: Admin, { kind, campaignContactId, draftId }: Of) {
  if (kind === "campaign") await admin`update campaign_contacts set current_sequence_step = 1 where id = ${campaignContactId}`;
  else await admin`update email_drafts set draft_type = 'second_followup' where id = ${draftId}`;
}

/** Where it stands, and why it waits. A contact in a campaign that is open, and a mail by hand that is, are both "open". */
export async function standsAt(admin: Admin, { kind, campaignContactId, singleMailId }: Of) {
  const [row] =
    kind === "campaign"
      ? await admin`select case when status in ('pending', 'in_progress') then 'open' else coalesce(ended_reason, status) end as stands,
          wait_reason as waits, next_at as "nextAt" from campaign_contacts where id = ${campaignContactId}`
      : await admin`select coalesce(ended_reason, 'open') as stands, wait_reason as waits, next_at as "nextAt" from single_mails where id = ${singleMailId ?? null}`;
  return row as { stands: string; waits: string | null; nextAt: Date | null };
}
