import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Clock, databaseClock } from "@/db/access/database-clock";
import { rejectDraft } from "../../drafts/reject-draft";
import { readReviewQueue } from "../../drafts/review/read-review-queue";
import { writeClient } from "../../microsoft/graph/clients";
import { findDraftsByKey } from "../../microsoft/graph/find-message";
import { type MailWorld, startMail } from "../../microsoft/graph/testing/start-mail";
import { lookFirst } from "../../replies/look-first/look-first";
import { sendDraftMail } from "../../sending/ledger/send-draft-mail";
import { sendPlanned } from "../../sending/run/send-planned";
import { settleMailbox } from "../../sending/sweep/settle-mailbox";
import { openThread } from "../open-thread";
import { arrivedOf, itemOf, plannedOf, seedWiredAnswer, type WiredAnswer } from "../testing/answer-on-wire";
import { signAnswer } from "./sign-answer";

/** Answers that leave through the stand-in: where they arrive, and what becomes of them where their message moved, went or was followed by another. */
let world: MailWorld;

beforeAll(async () => {
  world = await startMail({ ...process.env, DOUBT_SCHEDULE: "0.1,0.2,0.3" });
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.admin("DELETE", "faults");
  await world.admin("POST", "reset", {});
  await world.admin("POST", "settings", {
    moveDelayMs: 30,
    deliveryDelayMs: 10,
    lookupLagMs: 0,
    movedGoneMs: 0,
    replySettlesMs: 0,
  });
});

const send = ({ member, planned }: WiredAnswer, clock: Clock = databaseClock) => sendPlanned(member, planned, clock);
const untilSent = (answer: WiredAnswer) =>
  expect.poll(() => send(answer).then(({ kind }) => kind), { timeout: 20_000, interval: 100 }).toBe("sent");
/** Looks after the mailbox, so many minutes from now. */
const settle = ({ member, planned }: WiredAnswer, minutes: number) =>
  settleMailbox(member, planned.senderAccountId, world.mailbox, new Date(Date.now() + minutes * 60_000));
const shown = async ({ member, thread }: WiredAnswer) => openThread(member, thread.threadId, new Date());
const drafts = async () => (await world.admin("GET", "messages?mailbox=anna@contoso.com&folder=drafts")) as unknown[];

describe("an answer arrives", () => {
  test("in their conversation, at the address they wrote from, as it was signed, and leaves their message unread", async () => {
    const replyTo = [{ emailAddress: { address: "team@list.example", name: "List" } }];
    const answer = await seedWiredAnswer(world, { message: { replyTo } });
    expect(answer.view.html).toContain("Thursday works.");
    expect(answer.view.html).not.toContain("schrieb");
    await untilSent(answer);
    const [mail, ...more] = await arrivedOf(world, answer.planned.draftId);
    expect(more).toEqual([]);
    const { internetMessageId, conversationId, id } = answer.received;
    expect(mail).toMatchObject({ recipient: "lena@hotmail.example", subject: "Re: Hello", in_reply_to: internetMessageId });
    expect(String(mail?.refs)).toContain(internetMessageId);
    expect(String(mail?.body)).toContain("<p>See you on Thursday.</p>");
    expect(String(mail?.body)).not.toMatch(/nsubscribe|data-part="footer"/);
    expect(JSON.stringify(mail?.headers)).not.toMatch(/list-unsubscribe/i);
    expect(await itemOf(world, String(mail?.source))).toMatchObject({ conversationId });
    expect(await itemOf(world, id)).toMatchObject({ isRead: false });
    expect(await shown(answer)).toMatchObject({ state: "waiting", answer: null });
    for (const minutes of [1, 10]) await settle(answer, minutes);
    const [copy] = await world.db.admin`select read_back as found from deliveries where draft_id = ${answer.planned.draftId}`;
    expect(copy?.found).toMatch(/^(equal|explained)$/);
    const { teamId } = answer.member;
    await world.db.admin`select fold_email_analytics()`;
    const [counts] = await world.db
      .admin`select total_emails_sent as sent, total_followups_sent as followed from email_analytics where team_id = ${teamId}`;
    expect(counts).toEqual({ sent: 1, followed: 0 });
  });

  test("and leaves a message that was read as it is", async () => {
    const answer = await seedWiredAnswer(world, { message: { isRead: true } });
    await untilSent(answer);
    expect(await itemOf(world, answer.received.id)).toMatchObject({ isRead: true });
  });

  test("where their message was moved meanwhile, and where its id leads nowhere any more", async () => {
    const moved = await seedWiredAnswer(world);
    await world.admin("POST", "move", { id: moved.received.id, folder: "archive" });
    await untilSent(moved);
    const lost = await seedWiredAnswer(world);
    await world.db.admin`update mailbox_messages set graph_id = 'AAkALgAAAAAA-gone' where id = ${lost.thread.messageId}`;
    await untilSent(lost);
    for (const answer of [moved, lost])
      expect(await arrivedOf(world, answer.planned.draftId)).toMatchObject([{ in_reply_to: answer.received.internetMessageId }]);
    const [row] = await world.db.admin`select graph_id as id from mailbox_messages where id = ${lost.thread.messageId}`;
    expect(row?.id).toBe(lost.received.id);
  });

  test("once, wherever its run ends", { timeout: 300_000 }, async () => {
    const died = new Error("The process ended here.");
    let points = 0;
    for (let after = 0; ; after += 1) {
      const answer = await seedWiredAnswer(world);
      let asked = 0;
      const dying: Clock = async (tx) => {
        asked += 1;
        if (asked > after) throw died;
        return databaseClock(tx);
      };
      await send(answer, dying).catch(() => undefined);
      await untilSent(answer);
      expect(await arrivedOf(world, answer.planned.draftId)).toHaveLength(1);
      const [row] = await world.db.admin`select send_key as key from deliveries where draft_id = ${answer.planned.draftId}`;
      expect(await findDraftsByKey(world.mailbox, String(row?.key))).toEqual([]);
      expect(await itemOf(world, answer.received.id)).toMatchObject({ isRead: false });
      if (asked <= after) break;
      points += 1;
    }
    expect(points).toBeGreaterThan(6);
  });

  test("once, though ten runs of it go on at once", { timeout: 60_000 }, async () => {
    const answer = await seedWiredAnswer(world);
    await Promise.all(Array.from({ length: 10 }, () => untilSent(answer)));
    expect(await arrivedOf(world, answer.planned.draftId)).toHaveLength(1);
  });
});

describe("an answer does not leave", () => {
  test("where they write between its signature and its time: the look before it finds that", async () => {
    const answer = await seedWiredAnswer(world);
    await world.db.admin`delete from mailbox_syncs where sender_account_id = ${answer.planned.senderAccountId}`;
    await world.db.admin`delete from mailbox_watches where sender_account_id = ${answer.planned.senderAccountId}`;
    const from = { emailAddress: { address: "lena@hotmail.example", name: "Lena" } };
    await world.admin("POST", "messages", {
      ...{ mailbox: "anna@contoso.com", subject: "Hello", from, body: { contentType: "text", content: "Friday, sorry." } },
      inReplyTo: answer.received.internetMessageId,
    });
    await expect
      .poll(() => sendPlanned(answer.member, answer.planned, databaseClock, lookFirst).then(({ kind }) => kind), {
        timeout: 20_000,
      })
      .toBe("ended");
    expect(await shown(answer)).toMatchObject({
      state: "open",
      answer: { state: "draft", voided: "They wrote since it was signed" },
    });
    expect(await arrivedOf(world, answer.planned.draftId)).toEqual([]);
  });

  test("where its message was deleted for good: it is a draft that says so, and leaves as a mail of its own if signed anew", async () => {
    const answer = await seedWiredAnswer(world);
    await writeClient(world.mailbox)
      .api(`/me/messages/${encodeURIComponent(answer.received.id)}`)
      .delete();
    expect((await send(answer)).kind).toBe("again");
    expect((await shown(answer)).answer?.state).toBe("signed");
    await world.db
      .admin`update deliveries set thread_lost_at = thread_lost_at - interval '2 minutes' where draft_id = ${answer.planned.draftId}`;
    expect((await send(answer)).kind).toBe("ended");
    const { state, version: threadVersion, answer: back } = await shown(answer);
    expect({ state, back }).toMatchObject({
      state: "open",
      back: { state: "draft", voided: expect.stringMatching(/^Thread cannot be joined: .*mail of its own/), mayBeSigned: true },
    });
    expect(await drafts()).toEqual([]);
    const { letterId = "", draftId = "", hash = "" } = back ?? {};
    await signAnswer(answer.member, { letterId, draftId, hash, threadVersion }, new Date(Date.now() - 10_000));
    await untilSent({ ...answer, planned: await plannedOf(world, answer.planned.senderAccountId, draftId) });
    expect(await arrivedOf(world, draftId)).toMatchObject([{ recipient: "lena@hotmail.example", in_reply_to: null }]);
  });

  test("twice, nor leaves a draft to them behind, where no answer came from Exchange when it was made", async () => {
    const answer = await seedWiredAnswer(world);
    await world.admin("POST", "faults", { kind: "drop-after", path: "/createReply$", times: 1 });
    await send(answer);
    expect(await drafts()).toHaveLength(1);
    expect(await itemOf(world, answer.received.id)).toMatchObject({ isRead: false });
    await settle(answer, 4);
    expect(await drafts()).toEqual([]);
    await world.db
      .admin`update deliveries set next_look_at = next_look_at - interval '2 minutes' where draft_id = ${answer.planned.draftId}`;
    await untilSent(answer);
    expect(await arrivedOf(world, answer.planned.draftId)).toHaveLength(1);
  });

  test("while its mailbox is signed out, and leaves once it is not", async () => {
    const answer = await seedWiredAnswer(world);
    const status = (to: string) =>
      world.db.admin`update sender_accounts set status = ${to} where id = ${answer.planned.senderAccountId}`;
    await status("signed_out");
    expect((await send(answer)).kind).toBe("wait");
    await status("connected");
    await world.db.admin`update single_mails set run_id = ${answer.planned.runId} where id = ${answer.planned.singleMailId}`;
    await untilSent(answer);
    expect(await arrivedOf(world, answer.planned.draftId)).toHaveLength(1);
  });

  test("where its draft was changed in Outlook, which a person decides about in Review", async () => {
    const answer = await seedWiredAnswer(world);
    const { member, planned } = answer;
    await world.db.admin`insert into team_stops (team_id) values (${member.teamId})`;
    expect(await sendDraftMail(member, planned.draftId, planned.runId, world.mailbox)).toMatchObject({ kind: "refused" });
    await world.db.admin`delete from team_stops where team_id = ${member.teamId}`;
    const [made] = (await drafts()) as { id: string }[];
    const body = { contentType: "html", content: "<p>Never.</p>" };
    await writeClient(world.mailbox)
      .api(`/me/messages/${encodeURIComponent(made?.id ?? "")}`)
      .patch({ body });
    expect((await send(answer)).kind).toBe("wait");
    const queue = await readReviewQueue(member, null, new Date());
    expect(queue.rows).toMatchObject([{ id: planned.draftId, state: "changed" }]);
    expect((await shown(answer)).state).toBe("waiting");
    await rejectDraft(member, planned.draftId, "No", new Date());
    expect((await shown(answer)).state).toBe("open");
    expect(await arrivedOf(world, planned.draftId)).toEqual([]);
  });
});
