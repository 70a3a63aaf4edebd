import type { Sql } from "postgres";

export type SeedStep = { name: string; subject: string; body: string; days?: number; hours?: number; minutes?: number };
export type SeedSettings = {
  start?: string;
  end?: string;
  days?: string[];
  zone?: string;
  dailyLimit?: number;
  spacingSeconds?: number;
};

/** It may send at any hour of any day. */
export const anyHour = {
  start: "00:00",
  end: "24:00",
  days: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
} satisfies SeedSettings;

/**
 * A mailbox row as it stands after somebody connected it, Anna if nobody is named; its token is not part of a seed. It counts as read at
 * every moment, so that a story told at a time of its own needs no reader.
 */
export async function seedMailbox(
  owner: Sql,
  teamId: string,
  mailbox: { email: string; displayName: string; oid?: string; tid?: string; signatureHtml?: string; status?: string } = anna,
) {
  const [row] = await owner<{ id: string }[]>`
    insert into sender_accounts (team_id, email, email_norm, display_name, oid, tid, signature_html, status, connected_at)
    values (${teamId}, ${mailbox.email}, ${mailbox.email.toLowerCase()}, ${mailbox.displayName}, ${mailbox.oid ?? null}, ${mailbox.tid ?? null},
            ${mailbox.signatureHtml ?? ""}, ${mailbox.status ?? "connected"}, now()) returning id`;
  if (!row) throw new Error("The mailbox was not written.");
  await owner`insert into mailbox_syncs (team_id, sender_account_id, folder, last_polled_at, last_message_at)
    select ${teamId}, ${row.id}, folder, '2100-01-01T00:00Z', now() from unnest(array['inbox', 'junkemail', 'everywhere']) folder`;
  await owner`insert into mailbox_watches (team_id, sender_account_id, look_began_at) values (${teamId}, ${row.id}, '2100-01-01T00:00Z')`;
  return row.id;
}

const anna = { email: "anna@contoso.com", displayName: "Anna Keller" };

/** A campaign with its steps and settings; no contact is enrolled. @returns ids, steps in order. */
export async function seedCampaign(
  owner: Sql,
  teamId: string,
  campaign: {
    name: string;
    status?: "draft" | "active" | "paused" | "completed";
    listId?: string | null;
    senderAccountId?: string | null;
    createdBy?: string | null;
    reviewMode?: "each" | "launch";
    launchedAt?: Date | null;
    completedAt?: Date | null;
    createdAt?: Date;
    steps?: SeedStep[];
    settings?: SeedSettings;
  },
): Promise<{ campaignId: string; stepIds: string[] }> {
  const [row] = await owner<{ id: string }[]>`
    insert into campaigns (team_id, name, status, list_id, sender_account_id, created_by, review_mode, launched_at, completed_at, created_at)
    values (${teamId}, ${campaign.name}, ${campaign.status ?? "draft"}, ${campaign.listId ?? null}, ${campaign.senderAccountId ?? null},
            ${campaign.createdBy ?? null}, ${campaign.reviewMode ?? "each"}, ${campaign.launchedAt ?? null}, ${campaign.completedAt ?? null},
            ${campaign.createdAt ?? new Date()}) returning id`;
  if (!row) throw new Error("The campaign was not written.");
  const stepIds: string[] = [];
  for (const [index, step] of (campaign.steps ?? []).entries()) {
    const [made] = await owner<{ id: string }[]>`
      insert into campaign_sequences (team_id, campaign_id, sequence_order, name, subject_template, body_template, delay_days, delay_hours, delay_minutes)
      values (${teamId}, ${row.id}, ${index + 1}, ${step.name}, ${step.subject}, ${step.body}, ${step.days ?? 0}, ${step.hours ?? 0}, ${step.minutes ?? 0}) returning id`;
    if (made) stepIds.push(made.id);
  }
  const settings = campaign.settings ?? {};
  await owner`update campaign_settings set
      send_window_start = coalesce(${settings.start ?? null}::time, send_window_start), send_window_end = coalesce(${settings.end ?? null}::time, send_window_end),
      send_days = coalesce(${settings.days ?? null}::text[], send_days), timezone = coalesce(${settings.zone ?? null}, timezone),
      daily_limit = coalesce(${settings.dailyLimit ?? null}::int, daily_limit),
      delay_between_emails_seconds = coalesce(${settings.spacingSeconds ?? null}::int, delay_between_emails_seconds)
    where campaign_id = ${row.id}`;
  if (campaign.launchedAt) {
    await owner`insert into campaign_launches (team_id, campaign_id, launched_by, launched_at, signs_templates)
      values (${teamId}, ${row.id}, ${campaign.createdBy ?? null}, ${campaign.launchedAt}, ${campaign.reviewMode === "launch"})`;
  }
  return { campaignId: row.id, stepIds };
}
