import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import type { ReviewMode, Writer } from "@/db/schema/words";
import { AppError } from "../errors/app-error";
import type { AnswerRules, Delay, SendingRules } from "../schedule/types";

/** Who wrote a fact last; null where nobody of the team did, or it was before that was kept. */
export type Who = { id: string; name: string } | null;

/** A step as it decides what leaves; `text` is a hash over subject and body. */
export type ShownStep = {
  id: string;
  order: number;
  name: string;
  version: number;
  text: string;
  writtenBy: Writer;
  delay: Delay;
  by: Who;
};

/** Everything small that decides what leaves of a campaign, each with who wrote it last. Who is on the list is not part of it. */
export type Shown = {
  steps: ShownStep[];
  reviewMode: ReviewMode;
  list: { id: string; name: string } | null;
  /** Who last changed mode, list or mailbox, or removed or moved a step. */
  by: Who;
  rules: SendingRules;
  /** What it makes of answers; `rulesBy` wrote them too. Releases before had none, see `answersOf`. */
  answers?: AnswerRules;
  rulesBy: Who;
  /** `block` is a hash of the signature block, which `blockBy` wrote. Whether it is connected decides only when. */
  mailbox: { id: string; email: string; name: string; block: string; blockBy: Who; connected: boolean } | null;
  /** What stands under every mail. */
  team: { name: string; postalAddress: string | null; by: Who };
};

/** What was done with answers before it could be chosen: what was shown then is compared as that. */
const asBefore: AnswerRules = { awayDays: 7, replyStops: "person" };

export const answersOf = ({ answers }: Pick<Shown, "answers">): AnswerRules => answers ?? asBefore;

/** @throws AppError "not_found". */
export async function readShown(tx: TeamTransaction, campaignId: string): Promise<Shown> {
  const shown = (await readShownOf(tx, [campaignId])).get(campaignId);
  if (!shown) throw new AppError("not_found");
  return shown;
}

/** The same of several campaigns, by their ids; those that are not found are left out. */
export async function readShownOf(tx: TeamTransaction, campaignIds: string[]): Promise<Map<string, Shown>> {
  if (campaignIds.length === 0) return new Map();
  const who = (id: string) =>
    sql.raw(`(select jsonb_build_object('id', w.id, 'name', w.name) from members w where w.id = ${id})`);
  const rows = await readRows<Shown & { id: string }>(
    tx,
    sql`select c.id, c.review_mode as "reviewMode", ${who("c.updated_by")} as by, ${who("g.updated_by")} as "rulesBy",
          (select jsonb_build_object('id', l.id, 'name', l.name) from contact_lists l where l.id = c.list_id) as list,
          (select coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'order', q.sequence_order, 'name', q.name, 'version', q.version,
                'text', encode(sha256(convert_to(jsonb_build_array(q.subject_template, q.body_template)::text, 'UTF8')), 'hex'),
                'writtenBy', q.written_by, 'delay', jsonb_build_object('days', q.delay_days, 'hours', q.delay_hours, 'minutes', q.delay_minutes),
                'by', ${who("q.updated_by")}) order by q.sequence_order), '[]')
             from campaign_sequences q where q.campaign_id = c.id) as steps,
          jsonb_build_object('windowStart', g.send_window_start::text, 'windowEnd', g.send_window_end::text, 'days', g.send_days,
            'timeZone', g.timezone, 'dailyLimit', g.daily_limit, 'spacingSeconds', g.delay_between_emails_seconds) as rules,
          jsonb_build_object('awayDays', g.away_days, 'replyStops', g.reply_stops) as answers,
          (select jsonb_build_object('id', m.id, 'email', m.email, 'name', coalesce(m.display_name, m.email),
                'block', encode(sha256(convert_to(m.signature_html, 'UTF8')), 'hex'), 'blockBy', ${who("m.signature_by")}, 'connected', m.status = 'connected')
             from sender_accounts m where m.id = c.sender_account_id) as mailbox,
          jsonb_build_object('name', t.name, 'postalAddress', t.postal_address, 'by', (
             select jsonb_build_object('id', w.id, 'name', w.name) from activities a join members w on w.id = a.member_id
             where a.verb = 'changed the team' and a.detail ?| array['name', 'postalAddress'] order by a.at desc limit 1)) as team
        from campaigns c join campaign_settings g on g.campaign_id = c.id join teams t on t.id = c.team_id
        where c.id = any(${sql.param(campaignIds)}::uuid[])`,
  );
  return new Map(rows.map(({ id, ...shown }) => [id, shown]));
}
