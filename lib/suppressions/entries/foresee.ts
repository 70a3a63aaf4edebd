import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { openStatuses, underWay, withExchange } from "@/db/schema/words";
import { isFreeMail } from "../../mail/is-free-mail";
import type { Entry } from "./entry";
import { fits, selectNamed } from "./named-by";
import { readEntry } from "./read-entry";
import { sayEntry } from "./say-entry";
import { toColumns } from "./to-columns";

/** So many mails are counted; one more means "more than". */
export const mostMails = 2_000;

/** What an entry would do. `names`: five of whom it stops; `campaigns`: in which they are under way; `mails`: signed, of campaigns or by hand, and not with Exchange yet. */
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
    const domain = "domain" in first ? first.domain : null;
    return {
      entry: sayEntry(first),
      kind: "emailNorm" in first ? "address" : "domain" in first ? "domain" : "wildcard",
      ...(await readEffects(tx, entries)),
      known: await isKnown(tx, entries),
      freeMail: domain && isFreeMail(domain) ? domain : null,
      own: await findOwn(tx, entries),
    };
  });
}

async function readEffects(
  tx: TeamTransaction,
  entries: Entry[],
): Promise<Pick<Foreseen, "people" | "names" | "campaigns" | "mails">> {
  const [row] = await readRows<{ people: number; names: string[] | null; campaigns: number; mails: number }>(
    tx,
    sql`with named as materialized (${selectNamed(entries)})
        select (select count(*)::int from named) as people,
          (select array_agg(coalesce(p.name, p.email) order by p.name collate "und-x-icu", p.id)
            from (select id from named order by id limit 5) n join contacts p on p.id = n.id) as names,
          (select count(*)::int from campaigns k where k.status in ${anyOf(underWay)} and exists (select 1 from named n
            join campaign_contacts c on c.contact_id = n.id and c.campaign_id = k.id where c.status in ${anyOf(openStatuses)})) as campaigns,
          (select count(*)::int from (select 1 from named n join email_drafts d on d.contact_id = n.id
            left join campaign_contacts c on c.id = d.campaign_contact_id left join single_mails h on h.draft_id = d.id
            where d.status in ('approved', 'scheduled') and (c.status in ${anyOf(openStatuses)} or (h.id is not null and h.ended_reason is null))
              and not exists (select 1 from deliveries v where v.draft_id = d.id and v.state in ${anyOf(withExchange)}) limit ${mostMails + 1}) y) as mails`,
  );
  const { people, names, campaigns, mails } = row ?? { people: 0, names: null, campaigns: 0, mails: 0 };
  return { people, names: names ?? [], campaigns, mails };
}

/** In the list already: in each of its forms, as one that is missing is worth adding. */
async function isKnown(tx: TeamTransaction, entries: Entry[]): Promise<boolean> {
  const stand = toColumns(entries).map((is) => sql`exists (select 1 from suppressions where lifted_at is null and ${is})`);
  const [row] = await readRows<{ known: boolean }>(tx, sql`select ${sql.join(stand, sql` and `)} as known`);
  return row?.known ?? false;
}

async function findOwn(tx: TeamTransaction, entries: Entry[]): Promise<string | null> {
  const named = entries.map((entry) => fits(entry, sql`x.a`, sql`substring(x.a from '[^@]*$')`));
  const [own] = await readRows<{ address: string }>(
    tx,
    sql`select x.a as address from sender_accounts m cross join lateral unnest(m.addresses || m.email_norm) x(a) where ${sql.join(named, sql` or `)} order by 1 limit 1`,
  );
  return own?.address ?? null;
}
