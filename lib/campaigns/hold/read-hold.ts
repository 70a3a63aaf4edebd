import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { type HoldKind, openStatuses, type WishWord } from "@/db/schema/words";

/** What keeps mail to somebody back in one campaign, and the message it was read from. */
export type ContactHold = {
  holdId: string;
  kind: HoldKind;
  campaignContactId: string;
  campaignId: string;
  campaignName: string;
  /** Zone of the campaign, in which the times are meant. */
  timezone: string;
  beganAt: Date;
  /** Null: until somebody decides. */
  until: Date | null;
  /** The first day back, as read or chosen ("2026-11-24"); null where none is known. */
  backDay: string | null;
  /** When the delay of the next mail ends behind the hold; null before the first mail. */
  dueAt: Date | null;
  /** When it would have ended without. */
  dueBefore: Date | null;
  nextStep: string | null;
  /** Who chose another day; null where it was read. */
  madeBy: string | null;
  /** Days for which the campaign leaves somebody alone who names no day. */
  awayDays: number;
  message: {
    id: string;
    receivedAt: Date;
    fromEmail: string | null;
    subject: string | null;
    snippet: string | null;
    /** The sentence the day was read from, and its words that name it. */
    sentence: string | null;
    words: string | null;
    wish: WishWord | null;
    wishSentence: string | null;
    says: string | null;
  } | null;
};

/** The holds of a contact that are in force, one for each campaign that runs for them, the oldest campaign first. */
export function readHold(scope: Scope, contactId: string, now: Date): Promise<ContactHold[]> {
  type Dates = "beganAt" | "until" | "dueAt" | "dueBefore";
  type Row = Omit<ContactHold, Dates | "message"> &
    Record<"until" | "dueAt" | "dueBefore", string | null> & {
      beganAt: string;
      message: (Omit<NonNullable<ContactHold["message"]>, "receivedAt"> & { receivedAt: string }) | null;
    };
  return withTeam(scope, async (tx) => {
    const rows = await readRows<Row>(
      tx,
      sql`select h.id as "holdId", h.kind, c.id as "campaignContactId", k.id as "campaignId", k.name as "campaignName", g.timezone, h.began_at as "beganAt",
            h.until, h.back_day::text as "backDay", c.due_at as "dueAt", h.due_before as "dueBefore", s.name as "nextStep", b.name as "madeBy",
            g.away_days as "awayDays",
            case when n.id is not null then json_build_object('id', n.id, 'receivedAt', n.received_at, 'fromEmail', n.from_email, 'subject', n.subject,
              'snippet', n.snippet, 'sentence', n.away_sentence, 'words', n.away_words, 'wish', n.wish, 'wishSentence', n.wish_sentence, 'says', n.says) end as message
          from contact_holds h join campaign_contacts c on c.id = h.campaign_contact_id join campaigns k on k.id = c.campaign_id
            join campaign_settings g on g.campaign_id = k.id left join mailbox_messages n on n.id = h.message_id
            left join members b on b.id = h.made_by
            left join campaign_sequences s on s.campaign_id = c.campaign_id and s.sequence_order = c.current_sequence_step + 1
          where c.contact_id = ${contactId} and c.status in ${anyOf(openStatuses)} and h.ended_at is null
            and (h.until is null or h.until > ${now.toISOString()}::timestamptz) order by c.enrolled_at, c.id`,
    );
    return rows.map(({ message, ...row }) => ({
      ...row,
      beganAt: instantOf(row.beganAt),
      until: instantOf(row.until),
      dueAt: instantOf(row.dueAt),
      dueBefore: instantOf(row.dueBefore),
      message: message && { ...message, receivedAt: instantOf(message.receivedAt) },
    }));
  });
}
