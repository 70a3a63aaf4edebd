import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { openStatuses, withExchange } from "@/db/schema/words";
import { isFreeMail } from "../../mail/is-free-mail";
import type { Entry } from "./entry";
import { fits, namedBy } from "./named-by";
import { readEntry } from "./read-entry";
import { sayEntry } from "./say-entry";
import { toColumns } from "./to-columns";

/** What an entry would do. `names`: the first five of whom it stops; `campaigns`: in which they are under way; `mails`: signed, and not with Exchange yet. */
export type Foreseen = {
  entry: string;
  kind: "address" | "domain" | "wildcard";
  people: number;
  names: string[];
  campaigns: number;
  mails: number;
  known: boolean;
  /** The domain of a provider where anybody can have an address. */
  freeMail: string | null;
  /** A mailbox of the team itself that it names. */
  own: string | null;
};

/** Says what an entry will do before it does. @returns the sentence that says why a text is no entry, where it is none. */
export async function foresee(scope: Scope, text: string): Promise<Foreseen | { refused: string }> {
  const read = readEntry(text);
  if ("refused" in read) return read;
  const { entries } = read;
  const [first] = entries;
  if (!first) return { refused: "There is no address, domain or wildcard." };
  return withTeam(scope, async (tx) => {
    const contactIds = await namedBy(tx, entries);
    const domain = "domain" in first ? first.domain : null;
    return {
      entry: sayEntry(first),
      kind: "emailNorm" in first ? "address" : "domain" in first ? "domain" : "wildcard",
      people: contactIds.length,
      ...(await readEffects(tx, contactIds)),
      known: await isKnown(tx, entries),
      freeMail: domain && isFreeMail(domain) ? domain : null,
      own: await findOwn(tx, entries),
    };
  });
}

async function readEffects(
  tx: TeamTransaction,
  contactIds: string[],
): Promise<{ names: string[]; campaigns: number; mails: number }> {
  if (contactIds.length === 0) return { names: [], campaigns: 0, mails: 0 };
  const people = sql`(select unnest(${sql.param(contactIds)}::uuid[]))`;
  const [row] = await readRows<{ names: string[]; campaigns: number; mails: number }>(
    tx,
    sql`select (select array_agg(x.name) from (select coalesce(p.name, p.email) as name from contacts p where p.id in ${people}
            order by coalesce(p.name, p.email) collate "und-x-icu", p.id limit 5) x) as names,
          (select count(distinct c.campaign_id)::int from campaign_contacts c where c.contact_id in ${people} and c.status in ${anyOf(openStatuses)}) as campaigns,
          (select count(*)::int from email_drafts d where d.contact_id in ${people} and d.status in ('approved', 'scheduled')
            and not exists (select 1 from deliveries v where v.draft_id = d.id and v.state in ${anyOf(withExchange)})
            and exists (select 1 from campaign_contacts c where c.id = d.campaign_contact_id and c.status in ${anyOf(openStatuses)})) as mails`,
  );
  return { names: row?.names ?? [], campaigns: row?.campaigns ?? 0, mails: row?.mails ?? 0 };
}

async function isKnown(tx: TeamTransaction, entries: Entry[]): Promise<boolean> {
  const rows = await readRows(
    tx,
    sql`select 1 from suppressions where lifted_at is null and (${sql.join(toColumns(entries), sql` or `)}) limit 1`,
  );
  return rows.length > 0;
}

async function findOwn(tx: TeamTransaction, entries: Entry[]): Promise<string | null> {
  const named = entries.map((entry) => fits(entry, sql`x.a`, sql`substring(x.a from '[^@]*$')`));
  const [own] = await readRows<{ address: string }>(
    tx,
    sql`select x.a as address from sender_accounts m cross join lateral unnest(m.addresses || m.email_norm) x(a) where ${sql.join(named, sql` or `)} order by 1 limit 1`,
  );
  return own?.address ?? null;
}
