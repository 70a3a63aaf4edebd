import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { openStatuses } from "@/db/schema/words";
import { zoneOfReader } from "../../auth/zone-of-reader";
import { findByAddress } from "../../contacts/addresses/find-by-address";
import { normalAddress } from "../../mail/address";
import { soundAddress } from "../../mail/sound-address";
import { toTemporal } from "../../schedule/clock/to-temporal";
import type { ThreadRow } from "../../threads/thread-row";
import type { LabelView, NamedView } from "../thread-view";
import { readGoesOn } from "./going-on/read-goes-on";
import { laterDays } from "./read/later-days";
import { readNamed } from "./read/read-named";

type Facts = {
  labelledBy: string | null;
  zone: string;
  subject: string;
  text: string;
  sentence: string;
  receivedAt: string;
  fromEmail: string | null;
  own: string[];
};

/** The label of a thread, and what choosing one of the others would need. */
export async function readLabel(tx: TeamTransaction, thread: ThreadRow, now: Date): Promise<LabelView> {
  const { label, labelBy: by, laterOn, contactId } = thread;
  const [facts] = await readRows<Facts>(
    tx,
    sql`select (select b.name from members b where b.id = ${thread.labelledBy}::uuid) as "labelledBy", ${zoneOfReader(sql`t`)} as zone, coalesce(n.subject, '') as subject,
          coalesce(n.snippet, '') as text, coalesce(n.wish_sentence, '') as sentence, n.received_at as "receivedAt", n.from_email as "fromEmail",
          (select coalesce(json_agg(x.email), '[]') from (select a.address as email from contact_addresses a where a.contact_id = n.contact_id
            union select m.email from sender_accounts m) x) as own
        from mailbox_messages n join teams t on t.id = n.team_id where n.id = ${thread.lastMessageId}`,
  );
  if (!facts) throw new Error("A thread has no last message.");
  const { labelledBy, zone, subject, text, sentence, fromEmail, own } = facts;
  const dayOf = (at: Date) => toTemporal(at).toZonedDateTimeISO(zone).toPlainDate();
  const named = readNamed(text, fromEmail ? [...own, fromEmail] : own);
  return {
    label,
    by,
    laterOn,
    labelledBy,
    modelRead: by === "model" ? { subject, text } : null,
    named: named && { ...named, ...(await readKnown(tx, named.email)) },
    goesOn: (await readGoesOn(tx, contactId)).map(({ campaignId: _, ...one }) => one),
    held: await readHeld(tx, contactId, now),
    days: laterDays(`${sentence}\n${text}`.trim(), { wrote: dayOf(instantOf(facts.receivedAt)), today: dayOf(now) }),
  };
}

/** Whose an address is by now, and whether anybody of the team mails it. */
async function readKnown(tx: TeamTransaction, email: string | null): Promise<Pick<NamedView, "known" | "suppressed">> {
  if (!email) return { known: null, suppressed: false };
  const sought = normalAddress(soundAddress(email));
  const owner = (await findByAddress(tx, [sought])).get(sought);
  const [row] = await readRows<{ suppressed: boolean; archived: boolean | null }>(
    tx,
    sql`select is_suppressed(${owner?.contactId ?? null}::uuid, ${email}) as suppressed,
          (select p.archived_at is not null from contacts p where p.id = ${owner?.contactId ?? null}::uuid) as archived`,
  );
  const known = owner ? { contactId: owner.contactId, name: owner.name, archived: row?.archived === true } : null;
  return { known, suppressed: row?.suppressed === true };
}

function readHeld(tx: TeamTransaction, contactId: string, now: Date): Promise<LabelView["held"]> {
  return readRows<LabelView["held"][number]>(
    tx,
    sql`select k.name as campaign, h.back_day::text as day from contact_holds h join campaign_contacts c on c.id = h.campaign_contact_id
          join campaigns k on k.id = c.campaign_id
        where c.contact_id = ${contactId} and c.status in ${anyOf(openStatuses)} and h.kind = 'asked for later' and h.ended_at is null
          and h.until > ${now.toISOString()}::timestamptz order by h.until`,
  );
}
