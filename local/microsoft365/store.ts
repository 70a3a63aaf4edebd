import postgres from "postgres";
import { config } from "./config";

/**
 * The stand-in's own database. Ids are case-sensitive text, as in Exchange.
 * Changes are committed in the order of their numbers (the trigger), or a delta reader would pass over one still in flight.
 */
export const sql = postgres(config.databaseUrl, { max: 8, onnotice: () => {} });

const tables = `
create table if not exists kept (name text primary key, value jsonb not null);
create table if not exists grants (token text primary key, kind text not null, person text not null, scopes text not null,
  details jsonb not null default '{}', expires_at timestamptz, used_at timestamptz);
create table if not exists consents (person text not null, scope text not null, primary key (person, scope));
create table if not exists messages (
  id text primary key, mailbox text not null, folder text not null, moves int not null default 0,
  internet_message_id text not null, conversation_id text not null, subject text not null default '',
  body_type text not null default 'html', body text not null default '', sender jsonb, recipients jsonb not null default '[]', cc jsonb not null default '[]',
  bcc jsonb not null default '[]', reply_to jsonb not null default '[]', headers jsonb not null default '[]', properties jsonb not null default '{}',
  message_class text not null default 'IPM.Note', is_draft boolean not null, is_read boolean not null default true,
  in_reply_to text, refs text, raw text, version int not null default 1, settles_at timestamptz,
  created_at timestamptz not null default now(), received_at timestamptz not null default now(), sent_at timestamptz, moved_at timestamptz, deleted_at timestamptz);
alter table messages add column if not exists properties_at timestamptz not null default now();
alter table messages add column if not exists former_id text;
alter table messages add column if not exists shown jsonb not null default '{}';
alter table messages add column if not exists unreadable text;
alter table messages add column if not exists attachments jsonb not null default '[]';
alter table messages add column if not exists gone_until timestamptz;
alter table messages add column if not exists changed_at timestamptz not null default now();
create index if not exists messages_folder on messages (mailbox, folder, received_at);
create index if not exists messages_message_id on messages (mailbox, internet_message_id);
create table if not exists changes (seq bigserial primary key, mailbox text not null, folder text not null, id text not null, removed boolean not null, at timestamptz not null default now());
create index if not exists changes_folder on changes (mailbox, folder, seq);
create index if not exists changes_item on changes (mailbox, folder, id, seq);
create or replace function changes_in_order() returns trigger language plpgsql as $$ begin perform pg_advisory_xact_lock(72417003); return null; end $$;
create or replace trigger changes_in_order before insert on changes for each statement execute function changes_in_order();
create table if not exists chains (id text primary key, newest int not null);
create table if not exists jobs (seq bigserial primary key, kind text not null, message text not null, due_at timestamptz not null);
create table if not exists subscriptions (id text primary key, mailbox text not null, resource text not null, folder text, change_type text not null, url text not null,
  lifecycle_url text, client_state text, immutable boolean not null, expires_at timestamptz not null, paused boolean not null default false, seq bigint not null, created_at timestamptz not null default now());
create table if not exists delivered (seq bigserial primary key, id text not null unique, at timestamptz not null default now(), recipient text not null, sender text not null,
  sender_name text not null, subject text not null, body text not null, body_type text not null, message_id text not null, in_reply_to text, refs text, headers jsonb not null,
  send_key text, source text not null, conversation text not null, outside boolean not null, bounced boolean not null default false, answered text);
create index if not exists delivered_recipient on delivered (recipient, seq);
`;

/** Creates the tables once; two stand-ins starting together wait for each other. */
export async function prepareStore() {
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(72417002)`;
    await tx.unsafe(tables);
  });
}

/**
 * Forgets what nobody can ask for any more: changes that a later one of the same item stands for, and tokens that ran out. Mail stays, as
 * in a mailbox.
 */
export async function tidyStore() {
  await sql`delete from changes c where at < now() - interval '1 hour' and exists (
    select 1 from changes later where later.mailbox = c.mailbox and later.folder = c.folder and later.id = c.id and later.seq > c.seq)`;
  await sql`delete from grants where kind in ('access', 'code') and expires_at < now() - interval '1 day'`;
}

export async function keep<T>(name: string, make: () => T): Promise<T> {
  const [row] = await sql<{ value: T }[]>`select value from kept where name = ${name}`;
  if (row) return row.value;
  await sql`insert into kept (name, value) values (${name}, ${sql.json(make() as never)}) on conflict do nothing`;
  return keep(name, make);
}
