import type { Sql } from "postgres";
import { readKeptRequest } from "../../lib/mail/read-kept-request";
import { standIn } from "../support/stand-in";
import type { Signed } from "./judge-mails";

export type OwnMails = ReturnType<typeof ownMails>;

/** The mails to people of this domain, as the database knows them. */
export function ownMails(sql: Sql, domain: string, mailboxes: string[]) {
  const ending = `%.${domain}`;
  const own = sql`email_drafts d left join campaign_contacts c on c.id = d.campaign_contact_id left join single_mails h on h.draft_id = d.id
    left join deliveries v on v.draft_id = d.id where coalesce(c.recipient_email, h.recipient_email) like ${ending}`;
  // Twice handed over, and twice nobody knows what became of it: from there on a person decides, and nothing else may (lib/sending/ledger/next-state.ts).
  const isLeft = sql`v.state = 'review' and v.resends = 1`;
  const left = sql`(select coalesce(c.recipient_email, h.recipient_email) from ${own} and ${isLeft})`;
  const isSigned = sql`exists (select 1 from signatures s where s.draft_id = d.id and s.voided_at is null)`;
  return {
    /** Signed, and not yet known to have arrived. */
    underWay: async (): Promise<number> => {
      const [row] = await sql`select count(*)::int as n from ${own} and ${isSigned} and v.state is distinct from 'confirmed'`;
      return row?.n ?? 0;
    },
    readSigned: async (): Promise<(Signed & { kind: "campaign" | "by hand" })[]> => {
      const rows = await sql<{ recipient: string; key: string; hash: string; request: unknown; isCampaign: boolean }[]>`
        select coalesce(c.recipient_email, h.recipient_email) as recipient, v.send_key as key, d.request, c.id is not null as "isCampaign",
          (select s.hash from signatures s where s.draft_id = d.id and s.voided_at is null) as hash
        from ${own} and ${isSigned}`;
      return rows.map(({ request, isCampaign, ...row }) => {
        const kept = readKeptRequest(request);
        if (!("request" in kept)) throw new Error(`What was signed for ${row.recipient} cannot be read.`);
        return { ...row, request: kept.request, kind: isCampaign ? "campaign" : "by hand" };
      });
    },
    /** The mails that wait for a person, as they are to; `had`: how many mails its recipient is known to have got. */
    readLeft: (): Promise<{ recipient: string; key: string; had: number }[]> =>
      sql<{ recipient: string; key: string; had: number }[]>`
        select coalesce(c.recipient_email, h.recipient_email) as recipient, v.send_key as key,
          (select count(*)::int from deliveries o where o.contact_id = v.contact_id and o.state = 'confirmed') as had
        from ${own} and ${isLeft}`,
    /** What has not come to its end by itself and was to, each in a line that says where it stands. */
    readUnsettled: async (): Promise<string[]> => {
      const rows = await sql<{ line: string }[]>`
        select coalesce(c.recipient_email, h.recipient_email) || ': mail ' || d.status || ', ledger ' || coalesce(v.state, 'none') || ' ' || coalesce(v.error_code, '') as line
          from ${own} and v.state is distinct from 'confirmed' and not (${isLeft})
        union all select recipient_email || ': contact ' || status || ', step ' || current_sequence_step || ', ' || coalesce(ended_reason, 'waits: ' || wait_reason, 'without a reason')
          from campaign_contacts where recipient_email like ${ending} and ended_reason is distinct from 'got every mail' and recipient_email not in ${left}
        union all select recipient_email || ': by hand, ' || coalesce(ended_reason, 'waits: ' || wait_reason, 'without a reason')
          from single_mails where recipient_email like ${ending} and ended_reason is distinct from 'sent' and recipient_email not in ${left}`;
      // What waits for a person waits as a draft.
      const waiting = await sql<{ email: string }[]>`
        select m.email from deliveries v join sender_accounts m on m.id = v.sender_account_id where v.draft_id in (select d.id from ${own} and ${isLeft})`;
      const lying = await Promise.all(
        mailboxes.map(async (email) => {
          const rightly = waiting.filter((one) => one.email === email).length;
          const more = (await standIn.draftsOf(email)).length - rightly;
          if (more < 0) return [`${email}: a draft that a person is to decide on is gone`];
          return Array.from({ length: more }, () => `${email}: a draft lies there`);
        }),
      );
      return [...rows.map(({ line }) => line), ...lying.flat()];
    },
  };
}
