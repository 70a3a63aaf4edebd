import { eq, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { contacts } from "@/db/schema/contacts";
import { mailboxMessages } from "@/db/schema/replies";
import { type EndReason, type MessageKind, openStatuses } from "@/db/schema/words";
import { AppError } from "../../errors/app-error";
import { matchByHand } from "../match-message";
import { type AddressFate, judgeAddress } from "./judge-address";

type WithUs = { id: string; kind: "brought in" | "sent" | "answered" | "planned"; at: Date | null; words: string };

/** What would become of a message, were it this person's. */
export type Foreseen = {
  contactId: string;
  name: string;
  firstName: string;
  company: string | null;
  kind: MessageKind;
  /** The subject of the mail whose thread it joins. */
  joins: string | null;
  /** Signed mails by hand to them that have not left: an answer sends them back to Review. */
  signedByHand: number;
  /** The campaign of that mail, how many answers it counts, and whether the person is among them. */
  counts: { campaign: string; replies: number; isAmongThem: boolean } | null;
  /** The campaigns that it ends for them, each with the step that was to come. */
  stops: { campaign: string; step: string | null; nextAt: Date | null }[];
  /** Why and when the last of their campaigns ended, where none goes on. */
  ended: { reason: EndReason; at: Date | null } | null;
  address: AddressFate;
  withUs: WithUs[];
};

/** Says before it is done what placing a message would do. @throws AppError "not_found". */
export function foreseePlacing(scope: Scope, messageId: string, contactId: string): Promise<Foreseen> {
  return withTeam(scope, async (tx) => {
    const [message] = await tx.select().from(mailboxMessages).where(eq(mailboxMessages.id, messageId));
    const [contact] = await tx.select().from(contacts).where(eq(contacts.id, contactId));
    if (!message || !contact) throw new AppError("not_found");
    const match = await matchByHand(tx, contactId, message);
    const [thread] = await readRows<{ joins: string | null; signedByHand: number }>(
      tx,
      sql`select (select e.subject from sent_emails e where e.id = ${match?.sentEmailId ?? null}::uuid) as joins,
            (select count(*)::int from single_mails h where h.contact_id = ${contactId} and h.ended_reason is null
              and exists (select 1 from signatures g where g.draft_id = h.draft_id and g.voided_at is null)) as "signedByHand"`,
    );
    const [counts] = match
      ? await readRows<{ campaign: string; replies: number; isAmongThem: boolean }>(
          tx,
          sql`select k.name as campaign,
                (select count(*)::int from campaign_contacts c where c.campaign_id = k.id and c.replied_at is not null) as replies,
                exists (select 1 from campaign_contacts c where c.id = ${match.campaignContactId} and c.replied_at is not null) as "isAmongThem"
              from campaigns k where k.id = ${match.campaignId}`,
        )
      : [];
    const places = await readRows<Place>(
      tx,
      sql`select k.name as campaign, c.status in ${anyOf(openStatuses)} as open, s.name as step, c.next_at as "nextAt", c.ended_reason as reason,
            coalesce(c.replied_at, c.completed_at) as "endedAt"
          from campaign_contacts c join campaigns k on k.id = c.campaign_id
            left join campaign_sequences s on s.campaign_id = c.campaign_id and s.sequence_order = c.current_sequence_step + 1
          where c.contact_id = ${contactId} order by c.completed_at desc nulls last, c.id`,
    );
    const over = places.find((place) => !place.open && place.reason);
    const withUs = await readRows<Omit<WithUs, "at"> & { at: string | null }>(
      tx,
      sql`select * from (
            select p.id, 'brought in' as kind, p.created_at as at, case when b.by_hand is not null then 'Added by hand' else 'Imported' end as words
            from contacts p join upload_batches b on b.id = p.upload_batch_id where p.id = ${contactId}
            union all
            (select e.id, 'sent', e.sent_at, coalesce((select q.name from email_drafts d join campaign_sequences q on q.id = d.sequence_id where d.id = e.draft_id), 'Mail') || ' sent'
              from sent_emails e where e.contact_id = ${contactId} order by e.sent_at desc limit 4)
            union all
            (select r.id, 'answered', r.received_at, 'Wrote back' from email_replies r where r.contact_id = ${contactId} order by r.received_at desc limit 3)
            union all
            select c.id, 'planned', c.next_at, s.name from campaign_contacts c join campaign_sequences s on s.campaign_id = c.campaign_id and s.sequence_order = c.current_sequence_step + 1
            where c.contact_id = ${contactId} and c.status in ${anyOf(openStatuses)}
          ) h order by h.kind = 'planned', h.at nulls last`,
    );
    return {
      contactId,
      name: contact.name ?? contact.email,
      firstName: contact.firstName ?? contact.name ?? contact.email,
      company: contact.company,
      kind: message.kind,
      joins: thread?.joins ?? null,
      signedByHand: thread?.signedByHand ?? 0,
      counts: counts ?? null,
      stops: places
        .filter((place) => place.open)
        .map(({ campaign, step, nextAt }) => ({ campaign, step, nextAt: instantOf(nextAt) })),
      ended: over?.reason ? { reason: over.reason, at: instantOf(over.endedAt) } : null,
      address: await judgeAddress(tx, message.fromEmail, contactId),
      withUs: withUs.map((row) => ({ ...row, at: instantOf(row.at) })),
    };
  });
}

type Place = {
  campaign: string;
  open: boolean;
  step: string | null;
  nextAt: string | null;
  reason: EndReason | null;
  endedAt: string | null;
};
