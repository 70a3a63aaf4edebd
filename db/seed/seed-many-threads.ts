import type { Sql } from "postgres";
import { inventPeople } from "./invent-people";
import { seedMailbox } from "./seed-campaign";
import { type SeededTeam, seedTeam } from "./seed-team";

export type ManyThreads = SeededTeam & {
  mailboxIds: string[];
  /** A thread that is open, and one that is done. */
  open: string;
  done: string;
};

const people = [
  { name: "Anna Keller", email: "anna@contoso.com", role: "administrator" as const },
  { name: "Ben Ortiz", email: "ben@contoso.com", role: "member" as const },
];
const mailboxes = ["anna", "ben", "sales", "info"];
const words = [
  "Thursday at two works, please send the invite",
  "Not this quarter. Ask me again in March",
  "You want Albina, she does the books",
];

/**
 * A team to which so many people have written, one thread each, over four mailboxes and two years: of ten threads one is open, a third of these
 * unread and a third given to somebody; one waits, one is snoozed, the others are done. Each had a mail before. Beside them messages that belong to
 * nobody, a hundredth as many, and of a hundred people one is suppressed. Made by statements over whole sets, so that 100,000 take no longer than a minute or two.
 */
export async function seedManyThreads(owner: Sql, threads: number, now: Date): Promise<ManyThreads> {
  const team = await seedTeam(owner, { members: people });
  const { teamId } = team;
  const members = team.members.map(({ id }) => id);
  const mailboxIds: string[] = [];
  for (const name of mailboxes)
    mailboxIds.push(await seedMailbox(owner, teamId, { email: `${name}@contoso.com`, displayName: name }));
  const at = now.toISOString();
  const [upload] =
    await owner`insert into upload_batches (team_id, file_name, status, headers) values (${teamId}, 'everybody.csv', 'completed', '{E-mail}') returning id`;
  const place = { teamId, members, mailboxIds, at, upload: String(upload?.id) };
  for (let from = 0; from < threads; from += 20_000) {
    await addPart(owner, place, from, Math.min(20_000, threads - from), threads);
  }
  await owner`insert into mailbox_messages (team_id, sender_account_id, internet_message_id, kind, from_email, subject, snippet, received_at)
    select ${teamId}, (${mailboxIds}::uuid[])[1 + n % 4], '<nobody-' || n || '@x.example>', 'reply', 'who' || n || '@elsewhere.example', 'Hello', 'Who are you?',
      ${at}::timestamptz - n * interval '1 hour' from generate_series(1, ${Math.ceil(threads / 100)}::int) n`;
  await owner`insert into suppressions (team_id, email_norm, reason)
    select team_id, email_norm, 'unsubscribed' from contacts where team_id = ${teamId} and (fields->>'n')::int % 100 = 0`;
  await owner`insert into suppressions (team_id, wildcard, reason)
    select ${teamId}, '*@no' || n || '.example', 'by hand' from generate_series(1, 20) n`;
  await owner`vacuum analyze`;
  const one = async (state: string) => {
    const [row] = await owner`select id from reply_threads where team_id = ${teamId} and state = ${state} limit 1`;
    return String(row?.id);
  };
  return { ...team, mailboxIds, open: await one("open"), done: await one("done") };
}

type Place = { teamId: string; members: string[]; mailboxIds: string[]; at: string; upload: string };

async function addPart(
  owner: Sql,
  { teamId, members, mailboxIds, at, upload }: Place,
  from: number,
  count: number,
  threads: number,
) {
  // Spread over two years, the newest first.
  const came = owner`${at}::timestamptz - (p.fields->>'n')::int * interval '730 days' / ${threads}::int`;
  const mailbox = owner`(${mailboxIds}::uuid[])[1 + (p.fields->>'n')::int / 7 % 4]`;
  const part = owner`p.team_id = ${teamId} and (p.fields->>'n')::int between ${from}::int and ${from + count - 1}::int`;
  await owner`insert into contacts (team_id, upload_batch_id, raw_data, name, email, email_norm, company, first_name, last_name, fields, created_at)
    select ${teamId}, ${upload}, e, (e->>'firstName') || ' ' || (e->>'lastName'), e->>'email', lower(e->>'email'), e->>'company', e->>'firstName', e->>'lastName',
      jsonb_build_object('n', ${from}::int + x.place - 1), ${at}::timestamptz - interval '731 days'
    from jsonb_array_elements(${JSON.stringify(inventPeople(count, from))}::text::jsonb) with ordinality x(e, place)`;
  await owner`analyze contacts`;
  await owner`insert into sent_emails (team_id, contact_id, sender_account_id, draft_type, subject, body, recipient_email, sent_at, message_id, sequence_step)
    select ${teamId}, p.id, ${mailbox}, 'first_outreach', 'Invoices at ' || p.company, '<p>Hello</p>', p.email, ${came} - interval '2 days', '<s-' || p.id || '@x>', 1
    from contacts p where ${part}`;
  await owner`insert into mailbox_messages (team_id, sender_account_id, internet_message_id, kind, matched_by, contact_id, from_email, subject, snippet, received_at)
    select ${teamId}, ${mailbox}, '<m-' || p.id || '@x>', case when (p.fields->>'n')::int % 50 = 9 then 'automatic' else 'reply' end, 'headers', p.id, p.email,
      'Re: Invoices at ' || p.company, (${words}::text[])[1 + (p.fields->>'n')::int % 3], ${came} from contacts p where ${part}`;
  await owner`insert into email_replies (team_id, contact_id, message_id, received_at, subject, snippet, sender_account_id, from_email, seen_at)
    select n.team_id, n.contact_id, n.internet_message_id, n.received_at, n.subject, n.snippet, n.sender_account_id, n.from_email, n.received_at
    from mailbox_messages n join contacts p on p.id = n.contact_id where ${part} and n.kind = 'reply'`;
  await owner`insert into reply_threads (team_id, sender_account_id, contact_id, state, unread, last_message_id, last_in_at, last_out_at, assigned_to, snoozed_until, label, label_by)
    select n.team_id, n.sender_account_id, n.contact_id, s.state, s.state = 'open' and k.n % 3 = 0, n.id, n.received_at, n.received_at - interval '2 days',
      case when s.state = 'open' and k.n % 30 < 10 then (${members}::uuid[])[1 + k.n / 10 % 2] end,
      case when s.state = 'snoozed' then ${at}::timestamptz + (1 + k.n / 10 % 400) * interval '1 hour' end,
      case k.n % 4 when 0 then 'interested' when 1 then 'later' end, case k.n % 4 when 0 then 'person' when 1 then 'words' end
    from mailbox_messages n join contacts p on p.id = n.contact_id cross join lateral (select (p.fields->>'n')::int as n) k
      cross join lateral (select case k.n % 10 when 0 then 'open' when 1 then 'waiting' when 2 then 'snoozed' else 'done' end as state) s where ${part}`;
}
