import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { readClient, writeClient } from "../../microsoft/graph/clients";
import { findByMessageId } from "../../microsoft/graph/find-message";
import { type MailWorld, startMail } from "../../microsoft/graph/testing/start-mail";
import { endSingles } from "../../singles/end-singles";
import { planSingle } from "../../singles/plan-single";
import { sendDraftMail } from "../ledger/send-draft-mail";
import { sendPlanned } from "../run/send-planned";
import { settleMailbox } from "../sweep/settle-mailbox";
import { giveConsent } from "../testing/give-consent";
import { type SingleMail, seedSingleMail } from "../testing/seed-single-mail";
import { lookOverSingles } from "./look-over-singles";

/** What a mail without a campaign leaves behind is found, as a campaign's is. */
let world: MailWorld;
let mail: SingleMail;
let start: Date;
const minutes = (count: number) => new Date(start.getTime() + count * 60_000);

beforeAll(async () => {
  world = await startMail({ ...process.env, DOUBT_SCHEDULE: "0.05,0.05" });
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.admin("POST", "reset", {});
  const times = { moveDelayMs: 50, deliveryDelayMs: 20, lookupLagMs: 0, movedGoneMs: 0, replySettlesMs: 0 };
  await world.admin("POST", "settings", times);
  start = new Date();
  mail = await seedSingleMail(world.db.admin, minutes(-1), { to: "finn@fabrikam.com" });
  await giveConsent(world.db.admin, mail);
});

const settle = (at = start) => settleMailbox(mail.scope, mail.senderAccountId, world.mailbox, at);
const planned = (of = mail, at = start) => sendPlanned(of.scope, of, () => at);
const fault = (fields: object) => world.admin("POST", "faults", { times: 1, ...fields });
const row = async (of = mail) => {
  const [found] = await world.db
    .admin`select h.ended_reason as ended, h.run_id as run, h.wait_reason as reason, h.next_at as "nextAt", v.state, v.send_key as key,
        v.internet_message_id as "messageId", v.conversation_id as "conversationId", v.sent_graph_id as "sentId", v.thread_lost_at as lost
      from single_mails h left join deliveries v on v.draft_id = h.draft_id where h.id = ${of.singleMailId}`;
  return found as Record<string, string> & { nextAt: Date | null; lost: Date | null };
};
const drafts = async () => {
  const page = await readClient(world.mailbox).api("/me/mailFolders/drafts/messages").query("$select=id&$top=100").get();
  return (page as { value: { id: string }[] }).value;
};
const arrivedOnce = async (of = mail) =>
  expect.poll(async () => world.delivered((await row(of)).key ?? ""), { timeout: 5000 }).toHaveLength(1);

describe("its draft in the mailbox", () => {
  beforeEach(async () => {
    const stopped = await world.db.admin`insert into team_stops (team_id) values (${mail.scope.teamId}) returning id`;
    await sendDraftMail(mail.scope, mail.draftId, mail.runId, world.mailbox, () => start);
    await world.db.admin`update team_stops set lifted_at = now() where id = ${stopped[0]?.id}`;
    expect(await drafts()).toHaveLength(1);
  });

  test("stays while it may leave at any moment", async () => {
    await settle(minutes(10));
    expect(await drafts()).toHaveLength(1);
  });

  test("is removed once it was cancelled", async () => {
    await withTeam(mail.scope, (tx) => endSingles(tx, mail.scope.memberId, [mail.singleMailId], "cancelled", start));
    await settle();
    expect(await drafts()).toEqual([]);
    expect(await row()).toMatchObject({ ended: "cancelled", state: "queued" });
  });

  test("is removed when it is to leave much later", async () => {
    await withTeam(mail.scope, (tx) => planSingle(tx, mail.scope.teamId, mail.singleMailId, minutes(60), start));
    await settle();
    expect(await drafts()).toEqual([]);
    expect(await row()).toMatchObject({ ended: null, state: "queued" });
  });
});

test("a doubt whose run is lost is settled, and the mail is over", async () => {
  await world.admin("POST", "settings", { moveDelayMs: 1500 });
  await fault({ kind: "drop-after", path: "/send$" });
  expect(await planned()).toMatchObject({ kind: "again" });
  await arrivedOnce();
  await expect.poll(async () => [await settle(minutes(3)), (await row()).state][1], { timeout: 5000 }).toBe("confirmed");
  expect(await row()).toMatchObject({ ended: "sent", run: null, reason: null });
  expect(await lookOverSingles(mail.scope, minutes(4))).toEqual({ planned: 0, late: 0 });
});

test("one that turns out not to have left is sent by another run, and arrives once", async () => {
  await fault({ kind: "drop-before", path: "/send$" });
  expect(await planned()).toMatchObject({ kind: "again" });
  for (const at of [5, 10, 15]) await settle(minutes(at));
  expect(await row()).toMatchObject({ state: "drafted", ended: null });
  expect(await lookOverSingles(mail.scope, minutes(16))).toEqual({ planned: 1, late: 1 });
  expect(await planned(mail, minutes(17))).toEqual({ kind: "ended" });
  const runId = String((await row()).run);
  await expect.poll(() => planned({ ...mail, runId }, minutes(17)), { timeout: 10_000 }).toEqual({ kind: "sent" });
  await arrivedOnce();
});

describe("one that goes into a thread", () => {
  let answer: SingleMail;
  beforeEach(async () => {
    await expect.poll(() => planned(), { timeout: 10_000 }).toEqual({ kind: "sent" });
    await arrivedOnce();
    await expect.poll(async () => [await settle(minutes(1)), (await row()).state][1], { timeout: 5000 }).toBe("confirmed");
    answer = await seedSingleMail(world.db.admin, minutes(-1), { after: mail });
  });

  test("leaves there, in its conversation", async () => {
    await expect.poll(() => planned(answer, minutes(2)), { timeout: 10_000 }).toEqual({ kind: "sent" });
    await arrivedOnce(answer);
    const [got] = await world.delivered((await row(answer)).key ?? "");
    expect(got).toMatchObject({ in_reply_to: (await row()).messageId, subject: "Re: Hello" });
  });

  test("waits where the thread is lost, is looked for, and leaves once it is found", async () => {
    const before = await row();
    await writeClient(world.mailbox).api(`/me/messages/${before.sentId}`).delete();
    await expect.poll(() => findByMessageId(world.mailbox, before.messageId ?? "")).toEqual([]);
    await expect.poll(() => planned(answer, minutes(70)), { timeout: 10_000 }).toEqual({ kind: "wait" });
    expect(await row(answer)).toMatchObject({ reason: "thread_closed", nextAt: minutes(130), run: null, lost: minutes(70) });
    expect(await lookOverSingles(mail.scope, minutes(100))).toEqual({ planned: 0, late: 1 });
    expect(await row(answer)).toMatchObject({ reason: "thread_closed", nextAt: minutes(130) });
    await world.admin("POST", "messages", {
      ...{ mailbox: "anna@contoso.com", folder: "archive", subject: "Hello", isDraft: false },
      ...{ internetMessageId: before.messageId, conversationId: before.conversationId },
    });
    await expect.poll(() => findByMessageId(world.mailbox, before.messageId ?? "")).toHaveLength(1);
    await settle(minutes(131));
    expect(await row(answer)).toMatchObject({ lost: null });
    expect(await lookOverSingles(mail.scope, minutes(132))).toEqual({ planned: 1, late: 0 });
    const runId = String((await row(answer)).run);
    await expect.poll(() => planned({ ...answer, runId }, minutes(140)), { timeout: 10_000 }).toEqual({ kind: "sent" });
    await arrivedOnce(answer);
  });

  test("leaves nothing of an attempt behind of which no answer came", async () => {
    await fault({ kind: "drop-after", path: "/createReply$" });
    expect(await planned(answer, minutes(2))).toMatchObject({ kind: "again" });
    expect(await drafts()).toHaveLength(1);
    await withTeam(answer.scope, (tx) => endSingles(tx, null, [answer.singleMailId], "cancelled", minutes(3)));
    await expect.poll(async () => [await settle(minutes(8)), (await drafts()).length][1], { timeout: 5000 }).toBe(0);
  });
});
