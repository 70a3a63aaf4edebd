import type { Sql } from "postgres";
import { type DemoAnswer, demoAnswers, demoAway } from "./demo-answers";
import { seedThread } from "./seed-thread";

type Demo = { teamId: string; campaignId: string; senderAccountId: string; anna: string; ben: string; contactIds: string[] };

const hour = 3_600_000;

/** Where the threads of the demo stand: labelled, assigned, snoozed, answered, settled, and one that answered by itself. */
export async function seedDemoThreads(owner: Sql, demo: Demo, now: Date) {
  for (const answer of demoAnswers) {
    const contactId = demo.contactIds[answer.of] ?? "";
    const at = new Date(now.getTime() - answer.hoursAgo * hour);
    await dress(owner, demo, contactId, answer, now);
    if (answer.ours) await seedOurs(owner, demo, contactId, answer.ours.html, new Date(at.getTime() + answer.ours.after * hour));
  }
  await seedAway(owner, demo, now);
}

async function dress(owner: Sql, { teamId, anna, ben }: Demo, contactId: string, answer: DemoAnswer, now: Date) {
  const { label = null, labelBy = null, assigned, state = "open", snoozedDays } = answer;
  const to = assigned === "Ben" ? ben : assigned === "Anna" ? anna : null;
  const until = state === "snoozed" ? morning(now, snoozedDays ?? 1) : null;
  const by = labelBy === "person" ? anna : null;
  await owner`update reply_threads set state = ${state}, unread = ${!answer.seen}, label = ${label}, label_by = ${labelBy}, labelled_by = ${by},
      labelled_at = ${by && now}, assigned_to = ${to}, assigned_by = ${to && anna}, assigned_at = ${to && now}, snoozed_until = ${until},
      snoozed_by = ${until && anna}, done_at = ${state === "done" ? now : null}, done_by = ${state === "done" ? anna : null}
    where team_id = ${teamId} and contact_id = ${contactId}`;
  await owner`update mailbox_messages set wish = ${answer.wish ?? null}, wish_by = ${answer.wish ? "words" : null}, wish_sentence = ${answer.wish ? answer.text : null}
    where team_id = ${teamId} and contact_id = ${contactId}`;
  const reader = answer.seen ? anna : null;
  await owner`update email_replies set seen_at = case when ${answer.seen === true} then received_at end, seen_by = ${reader}
    where team_id = ${teamId} and contact_id = ${contactId}`;
}

/** Our answer, signed and sent: whom it went to is waited for. */
async function seedOurs(owner: Sql, { teamId, senderAccountId, anna }: Demo, contactId: string, body: string, at: Date) {
  const [thread] = await owner<{ id: string; message: string; subject: string; email: string }[]>`
    select t.id, t.last_message_id as message, n.subject, n.from_email as email from reply_threads t join mailbox_messages n on n.id = t.last_message_id
    where t.team_id = ${teamId} and t.contact_id = ${contactId}`;
  if (!thread) throw new Error("There is no such thread.");
  const [letter] = await owner<
    { id: string }[]
  >`insert into letters (team_id, written_by, sender_account_id, subject, body, thread_id, signed_at, signed_by)
    values (${teamId}, ${anna}, ${senderAccountId}, ${thread.subject}, ${body}, ${thread.id}, ${at}, ${anna}) returning id`;
  const [draft] = await owner<{ id: string; hash: string }[]>`
    insert into email_drafts (team_id, contact_id, draft_type, subject, body, status, sender_account_id, approved_at, created_at, updated_at, request_hash)
    values (${teamId}, ${contactId}, 'second_followup', ${thread.subject}, ${body}, 'sent', ${senderAccountId}, ${at}, ${at}, ${at},
      encode(sha256(convert_to(${thread.id}, 'utf8')), 'hex')) returning id, request_hash as hash`;
  if (!letter || !draft) throw new Error("The answer was not written.");
  await owner`insert into single_mails (team_id, letter_id, draft_id, contact_id, recipient_email, answers_message_id, leave, leave_at, ended_reason, ended_at)
    values (${teamId}, ${letter.id}, ${draft.id}, ${contactId}, ${thread.email}, ${thread.message}, 'now', ${at}, 'sent', ${at})`;
  await owner`insert into signatures (team_id, draft_id, hash, kind, signed_by, signed_at) values (${teamId}, ${draft.id}, ${draft.hash}, 'person', ${anna}, ${at})`;
  const [delivery] = await owner<{ id: string }[]>`
    insert into deliveries (team_id, draft_id, contact_id, sender_account_id, state, send_key, request_hash, graph_id, internet_message_id, created_at,
      drafted_at, submitted_at, accepted_at, confirmed_at, read_back, read_back_at, is_outside)
    values (${teamId}, ${draft.id}, ${contactId}, ${senderAccountId}, 'confirmed', replace(gen_random_uuid()::text, '-', ''), ${draft.hash},
      ${`before-${draft.id}`}, ${`<${draft.id}@mail.example>`}, ${at}, ${at}, ${at}, ${at}, ${at}, 'equal', ${at}, true) returning id`;
  await owner`insert into sent_emails (team_id, draft_id, contact_id, sender_account_id, draft_type, subject, body, recipient_email, sent_at, message_id, delivery_id)
    values (${teamId}, ${draft.id}, ${contactId}, ${senderAccountId}, 'second_followup', ${thread.subject}, ${body}, ${thread.email}, ${at},
      ${`<${draft.id}@mail.example>`}, ${delivery?.id ?? null})`;
}

/** Somebody whose mailbox answered by itself: what would follow is kept back until they are there again. */
async function seedAway(owner: Sql, { teamId, campaignId, senderAccountId, contactIds }: Demo, now: Date) {
  const contactId = contactIds[demoAway.of] ?? "";
  const at = new Date(now.getTime() - demoAway.hoursAgo * hour);
  const until = morning(now, demoAway.days);
  const day = until.toISOString().slice(0, 10);
  const words = until.toLocaleDateString("en-GB", { day: "numeric", month: "long", timeZone: "UTC" });
  const text = `${demoAway.text} ${words}.`;
  const [enrolled] = await owner<{ id: string }[]>`
    update campaign_contacts set wait_reason = 'out_of_office', next_at = ${until} where campaign_id = ${campaignId} and contact_id = ${contactId} returning id`;
  if (!enrolled) throw new Error("They are not in the campaign.");
  const place = { teamId, senderAccountId, contactId };
  const { messageId } = await seedThread(owner, place, {
    at,
    text,
    subject: "Automatic reply",
    kind: "automatic",
    campaignContactId: enrolled.id,
  });
  await owner`update mailbox_messages set away_back = ${day}, away_sentence = ${text}, away_words = ${words} where id = ${messageId}`;
  await owner`insert into contact_holds (team_id, campaign_contact_id, kind, began_at, until, back_day, message_id)
    values (${teamId}, ${enrolled.id}, 'out of office', ${at}, ${until}, ${day}, ${messageId})`;
}

/** 9:00 in New York, as many days ahead, or on the working day after. */
function morning(now: Date, days: number): Date {
  const at = new Date(now.getTime() + days * 24 * hour);
  at.setUTCHours(14, 0, 0, 0);
  while ([0, 6].includes(at.getUTCDay())) at.setUTCDate(at.getUTCDate() + 1);
  return at;
}
