import type { Sql } from "postgres";

/** One row of every table for a team, so that a test of all tables has something to see. Written as a superuser. */
export async function seedEveryTable(sql: Sql, team: string) {
  const one = async (statement: Promise<readonly { id: string }[]>) => (await statement)[0]?.id ?? "";
  const [member] = await sql<{ id: string }[]>`select id from members where team_id = ${team} limit 1`;
  const memberId = member?.id ?? "";
  await sql`insert into sessions (team_id, member_id, expires_at) values (${team}, ${memberId}, now() + interval '1 day')`;
  await sql`insert into team_stops (team_id, stopped_by) values (${team}, ${memberId})`;
  const upload = await one(sql`insert into upload_batches (team_id, file_name) values (${team}, 'a.csv') returning id`);
  await sql`insert into upload_parts (team_id, upload_batch_id, place, bytes) values (${team}, ${upload}, 0, ${Buffer.from("email")})`;
  await sql`insert into upload_rows (team_id, upload_batch_id, line, cells) values (${team}, ${upload}, 2, '[]')`;
  const contact = await one(sql`insert into contacts (team_id, upload_batch_id, raw_data, email, email_norm)
    values (${team}, ${upload}, '{}', 'Lena@x.example', 'lena@x.example') returning id`);
  const list = await one(sql`insert into contact_lists (team_id, name) values (${team}, 'List') returning id`);
  await sql`insert into contact_list_members (team_id, contact_id, list_id) values (${team}, ${contact}, ${list})`;
  await sql`insert into suppressions (team_id, email_norm, reason) values (${team}, 'gone@x.example', 'unsubscribed')`;
  const file = await one(sql`insert into suppression_files (team_id, file_name) values (${team}, 'no.csv') returning id`);
  await sql`insert into suppression_file_entries (team_id, file_id, line, domain) values (${team}, ${file}, 1, 'gone.example')`;
  await sql`insert into domain_checks (team_id, domain, checked_at, proofs) values (${team}, 'c.example', now(), '[]')`;
  const sender = await one(
    sql`insert into sender_accounts (team_id, email, email_norm) values (${team}, 'a@c.example', 'a@c.example') returning id`,
  );
  await sql`insert into mailbox_tokens (sender_account_id, team_id, key_id, nonce, ciphertext, tag) values (${sender}, ${team}, 'k1', '\\x00', '\\x00', '\\x00')`;
  await sql`insert into mailbox_leases (team_id, sender_account_id, purpose, holder, until) values (${team}, ${sender}, 'send', 'x', now())`;
  await sql`insert into mailbox_syncs (sender_account_id, team_id) values (${sender}, ${team})`;
  await sql`insert into mailbox_set_asides (team_id, sender_account_id, graph_id, code, tries, first_seen_at) values (${team}, ${sender}, 'AAk', 'ErrorCorruptData', 1, now())`;
  await sql`insert into limit_lessons (team_id, kind, sender_account_id, at, used, code) values (${team}, 'outside', ${sender}, now(), 1, '5.7.233')`;
  await sql`insert into mailbox_guards (team_id, sender_account_id, kind, counted, of, allowed_percent) values (${team}, ${sender}, 'opt-outs', 2, 40, 2)`;
  const template = await one(
    sql`insert into email_templates (team_id, name, template_content) values (${team}, 'T', 'x') returning id`,
  );
  const campaign = await one(
    sql`insert into campaigns (team_id, name, list_id, sender_account_id) values (${team}, 'C', ${list}, ${sender}) returning id`,
  );
  const step =
    await one(sql`insert into campaign_sequences (team_id, campaign_id, sequence_order, name, subject_template, body_template, template_id)
    values (${team}, ${campaign}, 1, 'Introduction', 's', 'b', ${template}) returning id`);
  await sql`insert into campaign_launches (team_id, campaign_id, signs_templates) values (${team}, ${campaign}, false)`;
  await sql`insert into campaign_pauses (team_id, campaign_id) values (${team}, ${campaign})`;
  const person =
    await one(sql`insert into campaign_contacts (team_id, campaign_id, contact_id, sender_account_id, recipient_email)
    values (${team}, ${campaign}, ${contact}, ${sender}, 'lena@x.example') returning id`);
  const draft =
    await one(sql`insert into email_drafts (team_id, contact_id, draft_type, subject, body, campaign_id, campaign_contact_id, sequence_id, sender_account_id)
    values (${team}, ${contact}, 'first_outreach', 's', 'b', ${campaign}, ${person}, ${step}, ${sender}) returning id`);
  await sql`insert into signatures (team_id, draft_id, hash, kind) values (${team}, ${draft}, 'h', 'person')`;
  await sql`insert into scheduled_emails (team_id, draft_id, contact_id, sender_account_id, scheduled_for) values (${team}, ${draft}, ${contact}, ${sender}, now())`;
  const delivery =
    await one(sql`insert into deliveries (team_id, draft_id, campaign_id, campaign_contact_id, sequence_id, contact_id, sender_account_id, send_key, request_hash)
    values (${team}, ${draft}, ${campaign}, ${person}, ${step}, ${contact}, ${sender}, ${team}, 'h') returning id`);
  await sql`insert into delivery_intents (team_id, delivery_id, attempt) values (${team}, ${delivery}, 1)`;
  await sql`insert into draft_attempts (team_id, delivery_id, sender_account_id) values (${team}, ${delivery}, ${sender})`;
  await sql`insert into mail_differences (team_id, delivery_id, place, found_at, found, differences) values (${team}, ${delivery}, 'draft', now(), '{}', '[]')`;
  await sql`insert into launch_views (team_id, campaign_id, member_id, seen_at, shown, contact_ids) values (${team}, ${campaign}, ${memberId}, now(), '{}', '{}')`;
  const job = await one(sql`insert into sign_jobs (team_id, member_id, total) values (${team}, ${memberId}, 1) returning id`);
  await sql`insert into sign_job_drafts (team_id, job_id, place, draft_id, hash) values (${team}, ${job}, 1, ${draft}, 'h')`;
  const sent =
    await one(sql`insert into sent_emails (team_id, draft_id, contact_id, sender_account_id, campaign_id, draft_type, subject, body, recipient_email, delivery_id)
    values (${team}, ${draft}, ${contact}, ${sender}, ${campaign}, 'first_outreach', 's', 'b', 'lena@x.example', ${delivery}) returning id`);
  await sql`insert into test_copies (team_id, member_id, sender_account_id, to_email, subject, send_key) values (${team}, ${memberId}, ${sender}, 'a@c.example', 's', ${team})`;
  await sql`insert into email_replies (team_id, sent_email_id, campaign_id, contact_id, message_id, sender_account_id) values (${team}, ${sent}, ${campaign}, ${contact}, '<r>', ${sender})`;
  const message =
    await one(sql`insert into mailbox_messages (team_id, sender_account_id, internet_message_id, kind, received_at, contact_id, snippet)
    values (${team}, ${sender}, '<r>', 'reply', now(), ${contact}, 'Thursday works') returning id`);
  const thread = await one(sql`insert into reply_threads (team_id, sender_account_id, contact_id, last_message_id, last_in_at)
    values (${team}, ${sender}, ${contact}, ${message}, now()) returning id`);
  await sql`insert into thread_presences (team_id, thread_id, member_id, seen_at) values (${team}, ${thread}, ${memberId}, now())`;
  await sql`insert into kept_letters (team_id, message_id, key_id, nonce, ciphertext, tag, kept_at) values (${team}, ${message}, 'k1', '\\x00', '\\x00', '\\x00', now())`;
  const target = await one(sql`insert into notice_targets (team_id, member_id) values (${team}, ${memberId}) returning id`);
  await sql`insert into notices (team_id, target_id, message_id, due_at) values (${team}, ${target}, ${message}, now())`;
  await sql`insert into contact_holds (team_id, campaign_contact_id, kind, began_at) values (${team}, ${person}, 'out of office', now())`;
  await sql`insert into explain_due (team_id, campaign_id, campaign_contact_id) values (${team}, ${campaign}, ${person})`;
  await sql`insert into review_moves (team_id, campaign_contact_id) values (${team}, ${person})`;
  await sql`insert into ignored_senders (team_id, email_norm) values (${team}, 'shop@x.example')`;
  await sql`insert into graph_subscriptions (id, team_id, sender_account_id, folder, client_state_hash, expires_at) values (${`s-${team}`}, ${team}, ${sender}, 'inbox', 'h', now())`;
  await sql`insert into mailbox_tests (sender_account_id, team_id, tested_at, results) values (${sender}, ${team}, now(), '[]')`;
  await sql`insert into mailbox_watches (sender_account_id, team_id) values (${sender}, ${team})`;
  const letter = await one(
    sql`insert into letters (team_id, written_by, sender_account_id) values (${team}, ${memberId}, ${sender}) returning id`,
  );
  const byHand = await one(
    sql`insert into email_drafts (team_id, contact_id, draft_type, subject, body, sender_account_id) values (${team}, ${contact}, 'first_outreach', 's', 'b', ${sender}) returning id`,
  );
  await sql`insert into single_mails (team_id, letter_id, draft_id, contact_id, recipient_email) values (${team}, ${letter}, ${byHand}, ${contact}, 'lena@x.example')`;
  await sql`insert into acts (id, team_id, member_id, at) values (gen_random_uuid(), ${team}, ${memberId}, now())`;
  await sql`insert into removals (team_id, kind, removed_id, rows, removed_by, removed_at) values (${team}, 'template', ${template}, '[]', ${memberId}, now())`;
  await sql`insert into member_settings (team_id, member_id, timezone) values (${team}, ${memberId}, 'Europe/Berlin')`;
  await sql`insert into outbox (team_id, name, event_id, data) values (${team}, 'x', 'x', '{}')`;
  await sql`insert into activities (team_id, at, verb) values (${team}, now(), 'launched')`;
  // What was counted may not have been added to its day yet.
  await sql`insert into email_analytics (team_id, date) values (${team}, current_date) on conflict do nothing`;
}
