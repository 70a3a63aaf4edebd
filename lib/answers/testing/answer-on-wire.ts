import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { inventPeople } from "@/db/seed/invent-people";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedTeam } from "@/db/seed/seed-team";
import { type SeededThread, seedThread } from "@/db/seed/seed-thread";
import type { Member } from "../../auth/member";
import { memberOf } from "../../letters/testing/letter-world";
import { readClient } from "../../microsoft/graph/clients";
import type { MailWorld } from "../../microsoft/graph/testing/start-mail";
import { giveConsent } from "../../sending/testing/give-consent";
import { beginAnswer } from "../answer/begin-answer";
import { saveAnswer } from "../answer/save-answer";
import { signAnswer } from "../answer/sign-answer";
import type { AnswerView } from "../thread-view";

export type WiredAnswer = {
  member: Member;
  thread: SeededThread;
  view: AnswerView;
  contactId: string;
  /** What its run brings through the ledger. */
  planned: { senderAccountId: string; draftId: string; runId: string; singleMailId: string };
  received: { id: string; internetMessageId: string; conversationId: string };
};

type More = {
  /** Fields of the received message, beside those of any. */
  message?: Record<string, unknown>;
  /** So long ago it was signed: after eight seconds it leaves. */
  signedAgoMs?: number;
};

/** A message in Anna's mailbox of the stand-in, from somebody of a team's contacts, and a signed answer to it that may leave. */
export async function seedWiredAnswer(world: MailWorld, { message = {}, signedAgoMs = 10_000 }: More = {}): Promise<WiredAnswer> {
  const { admin } = world.db;
  const team = await seedTeam(admin);
  const member = memberOf(team.teamId, team.members[0] ?? { id: "", name: "", email: "", role: "" });
  const senderAccountId = await seedMailbox(admin, team.teamId);
  const scope = { teamId: team.teamId, memberId: member.memberId };
  await giveConsent(admin, { scope, senderAccountId });
  const [person] = inventPeople(1).map((one) => ({ ...one, email: "lena@hotmail.example" }));
  const contactId = (await seedContacts(admin, team.teamId, person ? [person] : [])).contactIds[0] ?? "";
  const internetMessageId = `<${randomUUID()}@hotmail.example>`;
  const { id } = (await world.admin("POST", "messages", {
    ...{ mailbox: "anna@contoso.com", internetMessageId, subject: "AW: Hello", isRead: false },
    from: { emailAddress: { address: "lena@hotmail.example", name: "Lena" } },
    body: {
      contentType: "text",
      content: "Thursday works.\n\nAm 23.11.2026 um 10:00 schrieb Anna Keller <anna@contoso.com>:\n> Hello",
    },
    ...message,
  })) as { id: string };
  const { conversationId } = await itemOf(world, id);
  const at = new Date(Date.now() - 60_000);
  const thread = await seedThread(
    admin,
    { ...scope, senderAccountId, contactId },
    {
      ...{ at, graphId: id, internetMessageId, subject: "AW: Hello", conversationId, text: "Thursday works." },
    },
  );
  // An answer is to somebody who was mailed before.
  const now = new Date(Date.now() - signedAgoMs);
  const begun = await beginAnswer(member, { threadId: thread.threadId, letterId: randomUUID() }, now);
  const { letterId, letterVersion: version, answers } = begun;
  const view = await saveAnswer(member, { letterId, version, body: "<p>See you on Thursday.</p>", answers }, now);
  const { draftId, hash } = view;
  await admin`update mailbox_messages set created_at = ${new Date(now.getTime() - 1000)} where id = ${thread.messageId}`;
  await admin`update email_replies set created_at = ${new Date(now.getTime() - 1000)} where contact_id = ${contactId}`;
  await signAnswer(member, { letterId, draftId, hash, threadVersion: 1 }, now);
  const received = { id, internetMessageId, conversationId };
  return { member, thread, view, contactId, planned: await plannedOf(world, senderAccountId, draftId), received };
}

/** The run that a signature planned. */
export async function plannedOf(world: MailWorld, senderAccountId: string, draftId: string): Promise<WiredAnswer["planned"]> {
  const [row] = await world.db.admin`select id, run_id as run from single_mails where draft_id = ${draftId}`;
  expect(row?.run).toBeTruthy();
  return { senderAccountId, draftId, runId: String(row?.run), singleMailId: String(row?.id) };
}

/** An item of the mailbox as Graph shows it. */
export async function itemOf(world: MailWorld, id: string): Promise<{ conversationId: string; isRead: boolean }> {
  return readClient(world.mailbox)
    .api(`/me/messages/${encodeURIComponent(id)}`)
    .select("conversationId,isRead")
    .get();
}

/** What arrived of an answer, once everything that was sent before has. */
export async function arrivedOf(world: MailWorld, draftId: string): Promise<Record<string, unknown>[]> {
  await world.settle();
  const [row] = await world.db.admin`select send_key as key from deliveries where draft_id = ${draftId}`;
  return row ? world.delivered(String(row.key)) : [];
}
