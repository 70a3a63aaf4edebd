import type { Sql, TransactionSql } from "postgres";
import { bothWays, plainLetters } from "./access/address-forms";

/** Beyond plain ASCII, or a domain in the ASCII form of its letters. */
const odd = "[^ -~]|xn--";
/** What keeps somebody without mail whose address is another's. Such an entry means them alone: in its other form it would be the other's. */
const sameNote = "Same address as ";

/** The ways of writing an address, as it is compared: without marks that nobody sees, its letters in one form, its domain in letters and in ASCII. */
function formsOf(address: string): string[] {
  const plain = plainLetters(address).trim().toLowerCase();
  const at = plain.lastIndexOf("@") + 1;
  const forms = bothWays(plain.slice(at)).map((domain) => plain.slice(0, at) + domain);
  return forms.filter((form) => form !== address);
}

/**
 * Makes addresses of before this was looked at known in every way they are written: first those of the suppression list, then those of people. Where two people of a team turn out
 * to have one address both stay, and the later gets no mail: the list names their address, and says whose it is. Running it again changes nothing.
 */
export async function renormAddresses(owner: Sql): Promise<void> {
  await owner.begin(async (tx) => {
    const entries = await tx<{ id: string; team: string; text: string; column: "email_norm" | "domain" }[]>`
      select id, team_id as team, coalesce(email_norm, domain) as text, case when domain is null then 'email_norm' else 'domain' end as column
      from suppressions where lifted_at is null and coalesce(email_norm, domain) ~ ${odd} and coalesce(note, '') not like ${`${sameNote}%`}`;
    for (const { id, team, text, column } of entries)
      for (const form of column === "domain" ? bothWays(plainLetters(text)) : formsOf(text))
        await tx`insert into suppressions (team_id, ${tx(column)}, reason, note, created_by, created_at)
          select team_id, ${form}, reason, note, created_by, created_at from suppressions where id = ${id}
            -- Nor where somebody has lifted it in that form since.
            and not exists (select 1 from suppressions s where s.team_id = ${team} and s.${tx(column)} = ${form}
              and (s.lifted_at is null or s.lifted_at > suppressions.created_at))`;
    const known = await tx<{ id: string; team: string; contact: string; text: string }[]>`
      select a.id, a.team_id as team, a.contact_id as contact, a.address_norm as text
      from contact_addresses a join contacts c on c.team_id = a.team_id and c.id = a.contact_id
      where a.address_norm ~ ${odd} order by c.created_at, c.id`;
    // Once is enough: what is known in each of its forms asks for nothing.
    const owners = new Map(known.map(({ team, contact, text }) => [`${team} ${text}`, contact]));
    for (const { team, contact, text } of known)
      for (const form of formsOf(text)) {
        if (owners.get(`${team} ${form}`) === contact) continue;
        const added = await tx`insert into contact_addresses (team_id, contact_id, address, address_norm, kind, source)
          values (${team}, ${contact}, ${form}, ${form}, 'former', 'other form') on conflict do nothing returning id`;
        if (added.length === 0) await keepWithoutMail(tx, team, contact, form);
      }
  });
}

/** Of the two who have one address, the one who came later. */
async function keepWithoutMail(tx: TransactionSql, team: string, contact: string, form: string) {
  await tx`
    with two as (
      select c.id, c.email_norm, coalesce(c.name, c.email) as name, c.created_at from contacts c
      where c.team_id = ${team} and c.id in (select ${contact}::uuid union
        select a.contact_id from contact_addresses a where a.team_id = ${team} and a.address_norm = ${form})
    ), later as (select * from two order by created_at desc, id desc limit 1), earlier as (select * from two order by created_at, id limit 1)
    insert into suppressions (team_id, email_norm, reason, note)
    select ${team}, l.email_norm, 'by hand', ${sameNote} || e.name from later l, earlier e
    where l.id <> e.id and not exists (
      -- Also where somebody lifted that: they know better.
      select 1 from suppressions s where s.team_id = ${team} and s.email_norm = l.email_norm and (s.lifted_at is null or s.note like ${`${sameNote}%`}))`;
}
