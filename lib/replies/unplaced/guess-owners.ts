import { type SQL, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { domainOf, normalAddress } from "../../mail/address";
import { isFreeMail } from "../../mail/is-free-mail";
import { isOfUs, readUs } from "../../senders/read-us";
import { namePhrases } from "./name-phrases";

export type Guess = { contactId: string; because: string[] };

export type Unmatched = {
  fromEmail: string | null;
  subject: string;
  /** As much of its words as is known. */
  text: string;
  conversationId: string | null;
  /** Message-IDs it answers. */
  answers: string[];
};

/** Each with how much it says. */
const signs = {
  "is their own address": 9,
  "answers our mail to them by its number": 8,
  "in one thread with a message of theirs": 6,
  "answers a message of theirs": 6,
  "the text names them": 5,
  "the address spells their name": 5,
  "has the subject of our mail to them": 4,
  "same domain": 3,
  "the text names their company": 2,
} as const;
type Sign = keyof typeof signs;

const most = 3;
/** A sign that this many share says nothing of any of them. */
const many = 20;

/**
 * Whom a message that matched nobody may come from, of those who were mailed, likeliest first. A guess places nothing: the sender may be
 * anybody.
 */
export async function guessOwners(tx: TeamTransaction, message: Unmatched): Promise<Guess[]> {
  const from = normalAddress(message.fromEmail ?? "");
  const domain = domainOf(from);
  const isInside = isOfUs(await readUs(tx), from);
  const said = `${message.subject}\n${message.text}`;
  const phrases = namePhrases(said);
  const found = new Map<string, Set<Sign>>();
  const note = async (sign: Sign, ids: SQL) => {
    for (const id of await mailed(tx, ids)) found.set(id, (found.get(id) ?? new Set()).add(sign));
  };
  if (from && !isInside) {
    await note("is their own address", sql`select contact_id from contact_addresses where address_norm = ${from}`);
    await note("the address spells their name", named(spelled(from)));
    if (domain && !isFreeMail(domain)) {
      await note("same domain", sql`select contact_id from contact_addresses where split_part(address_norm, '@', 2) = ${domain}`);
    }
  }
  const ids = sql`any(${sql.param(message.answers)}::text[])`;
  if (message.answers.length > 0) {
    await note(
      "answers our mail to them by its number",
      sql`select contact_id from deliveries where internet_message_id = ${ids}`,
    );
    await note("answers a message of theirs", sql`select contact_id from mailbox_messages where internet_message_id = ${ids}`);
  }
  if (message.conversationId) {
    const same = sql`select contact_id from mailbox_messages where contact_id is not null and conversation_id = ${message.conversationId}`;
    await note("in one thread with a message of theirs", same);
  }
  await note("the text names them", named(phrases));
  await note(
    "the text names their company",
    sql`select id from contacts where company collate "und-x-icu" = ${anyText(phrases)}`,
  );
  const sentAs = anyText(titles(message.subject));
  await note("has the subject of our mail to them", sql`select contact_id from sent_emails where subject = ${sentAs}`);
  await noteFirstNames(tx, found, said);
  return [...found]
    .map(([contactId, own]) => ({ contactId, own: [...own].sort((a, b) => signs[b] - signs[a]) }))
    .map((one) => ({ ...one, weight: one.own.reduce((sum, sign) => sum + signs[sign], 0) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ contactId, own }) => ({ contactId, because: own }));
}

const anyText = (texts: string[]) => sql`any(${sql.param(texts)}::text[])`;
const named = (names: string[]) => sql`select id from contacts where name collate "und-x-icu" = ${anyText(names)}`;

/** Those of some contacts who were mailed and are not archived, whom we mailed last first; nobody where they are many. */
async function mailed(tx: TeamTransaction, ids: SQL): Promise<string[]> {
  const rows = await readRows<{ id: string }>(
    tx,
    sql`select p.id from contacts p where p.id in (${ids}) and p.archived_at is null
          and exists (select 1 from sent_emails e where e.contact_id = p.id)
        order by (select max(e.sent_at) from sent_emails e where e.contact_id = p.id) desc, p.id limit ${many}`,
  );
  return rows.length < many ? rows.map(({ id }) => id) : [];
}

/** "simona.morasca" as a name would be written. */
function spelled(from: string): string[] {
  const words = (from.split("@")[0] ?? "").split(/[._-]+/).filter((word) => word.length > 1);
  if (words.length !== 2) return [];
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return [name.join(" "), name.reverse().join(" ")];
}

/** A subject as it may have been sent: each mark of an answer before it may have been ours. */
function titles(subject: string): string[] {
  const all: string[] = [];
  for (let rest = subject.trim(); rest && !all.includes(rest); rest = rest.replace(/^\p{L}{1,15}\s*(\[\d+\])?\s*:\s*/u, ""))
    all.push(rest);
  return all;
}

/** A first name says nothing by itself, and much where something else points to the person already. */
async function noteFirstNames(tx: TeamTransaction, found: Map<string, Set<Sign>>, said: string) {
  if (found.size === 0) return;
  const people = await readRows<{ id: string; first: string | null; last: string | null }>(
    tx,
    sql`select id, first_name as first, last_name as last from contacts where id = any(${sql.param([...found.keys()])}::uuid[])`,
  );
  const words = new Set(said.toLowerCase().match(/[\p{L}\p{M}'’-]+/gu));
  for (const { id, first, last } of people) {
    const isNamed = [first, last].some((name) => name && name.length > 2 && words.has(name.toLowerCase()));
    if (isNamed) found.get(id)?.add("the text names them");
  }
}
