import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readClient, writeClient } from "../microsoft/graph/clients";
import { findByMessageId } from "../microsoft/graph/find-message";
import { readMime } from "../microsoft/graph/reading/read-message";
import { type MailWorld, startMail } from "../microsoft/graph/testing/start-mail";
import { feedCampaign } from "./queue/feed-campaign";
import { sendPlanned } from "./run/send-planned";
import { lookOverSingles } from "./singles/look-over-singles";
import { settleMailbox } from "./sweep/settle-mailbox";
import { giveConsent } from "./testing/give-consent";
import { giveRun, standsAt } from "./testing/place-of";
import { type MailKind, type ReadyMail, seedFollowUp, seedHandFollowUp, seedReadyMail } from "./testing/seed-ready-mail";

/** Three mails to somebody of another organisation, whose mailbox tells what arrived. */
let world: MailWorld;
let first: ReadyMail;
let start: Date;
const recipient = "finn@fabrikam.com";
const minutes = (count: number) => new Date(start.getTime() + count * 60_000);

beforeAll(async () => {
  world = await startMail(process.env);
});
afterAll(() => world.end());

const planned = (mail: ReadyMail, at = new Date()) => sendPlanned(mail.scope, mail, () => at);
const settle = (at: Date) => settleMailbox(first.scope, first.senderAccountId, world.mailbox, at);
/** Three mails of a campaign; a mail of a campaign and what a person wrote after it; or all by hand. */
const stories: [string, MailKind, (before: ReadyMail, step: number) => Promise<ReadyMail>][] = [
  ["of a campaign", "campaign", (_before, step) => seedFollowUp(world.db.admin, first, step, minutes(-1))],
  ["by hand after one of a campaign", "campaign", (before) => seedHandFollowUp(world.db.admin, before, minutes(-1))],
  ["by hand", "single", (before) => seedHandFollowUp(world.db.admin, before, minutes(-1))],
];
const ledger = async (mail: ReadyMail) => {
  const [row] = await world.db
    .admin`select state, graph_id as "graphId", sent_graph_id as "sentGraphId", internet_message_id as "messageId",
      conversation_id as "conversationId", thread_lost_at as "lostAt", next_look_at as "lookAt", send_key as key
      from deliveries where draft_id = ${mail.draftId}`;
  return row as Record<string, string> & { lostAt: Date | null; lookAt: Date | null };
};
/** Whoever gives slots, or says why there is none, does so. */
const lookOver = (mail: ReadyMail, at: Date) =>
  mail.kind === "campaign" ? feedCampaign(mail.scope, mail.campaignId, at) : lookOverSingles(mail.scope, at);
const slots = async ({ draftId }: ReadyMail) =>
  (await world.db.admin`select 1 from scheduled_emails where draft_id = ${draftId} and status = 'pending'`).length;
/** Until it arrived; what of it stands in the mailbox of the sender moves at the same time. */
const arrived = async (mail: ReadyMail) => {
  const key = (await ledger(mail)).key ?? "";
  await expect.poll(() => world.delivered(key), { timeout: 5000 }).toHaveLength(1);
};
/** The run's way: as often as it is told to come again. */
const untilSent = (mail: ReadyMail) => expect.poll(() => planned(mail), { timeout: 15_000 }).toEqual({ kind: "sent" });

describe.each(stories)("mails %s", (_story, kind, followUp) => {
  describe.each(["stays", "changes"])("where the id of a draft %s when it is sent", (sentId) => {
    beforeEach(async () => {
      await world.admin("POST", "reset", {});
      const times = { moveDelayMs: 100, deliveryDelayMs: 20, lookupLagMs: 50, movedGoneMs: 50, replySettlesMs: 100 };
      await world.admin("POST", "settings", { ...times, sentId });
      start = new Date();
      first = await seedReadyMail(world.db.admin, minutes(-1), { to: recipient, followUps: 2, kind });
      await giveConsent(world.db.admin, first);
    });

    test("three mails stand in one thread at their recipient", async () => {
      await untilSent(first);
      await arrived(first);
      // Nobody looked for the sent copy yet: the follow-up does.
      const second = await followUp(first, 2);
      await untilSent(second);
      await arrived(second);
      await expect.poll(() => settle(minutes(1)).then(() => ledger(second))).toMatchObject({ state: "confirmed" });
      const third = await followUp(second, 3);
      await untilSent(third);
      await arrived(third);

      const rows = [await ledger(first), await ledger(second), await ledger(third)];
      for (const row of rows.slice(0, 2)) expect(row.sentGraphId === row.graphId).toBe(sentId === "stays");
      const calls = (await world.admin("GET", "calls")) as { path: string; status: number }[];
      expect(calls.filter(({ path }) => path.endsWith("/createReply")).map(({ status }) => status)).toEqual([201, 201]);
      const finn = await world.mailboxOf(recipient);
      const { value } = (await readClient(finn)
        .api("/me/mailFolders/inbox/messages")
        .query("$select=id,conversationId,internetMessageId")
        .get()) as { value: { id: string; conversationId: string; internetMessageId: string }[] };
      expect(value).toHaveLength(3);
      expect(new Set(value.map((one) => one.conversationId))).toHaveLength(1);
      const headersOf = async (row: (typeof rows)[number]) => {
        const item = value.find((one) => one.internetMessageId === row.messageId);
        const head = ((await readMime(finn, item?.id ?? "")) ?? "").split("\r\n\r\n")[0] ?? "";
        return (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(head)?.[1]?.trim();
      };
      const [one, two] = rows.map((row) => row.messageId);
      const heads = await Promise.all(rows.map(headersOf));
      expect(heads.map((head) => head("In-Reply-To"))).toEqual([undefined, one, two]);
      expect(heads.map((head) => head("References"))).toEqual([undefined, one, `${one} ${two}`]);
      expect(heads.map((head) => head("Subject"))).toEqual(["Hello", "Re: Hello", "Re: Hello"]);
      expect(heads.map((head) => head("x-countersign-key"))).toEqual(rows.map((row) => row.key));
    });

    test("a follow-up whose mail before is gone waits and says so, and goes on in its thread when that is back", async () => {
      await untilSent(first);
      await arrived(first);
      await expect.poll(() => settle(minutes(1)).then(() => ledger(first))).toMatchObject({ state: "confirmed" });
      const before = await ledger(first);
      await writeClient(world.mailbox).api(`/me/messages/${before.sentGraphId}`).delete();
      const second = await followUp(first, 2);

      // Within a minute of the mail before, a look-up may only be late.
      expect(await planned(second)).toMatchObject({ kind: "again" });
      expect(await ledger(second)).toMatchObject({ state: "queued", lostAt: null });
      expect(await planned(second, minutes(2))).toEqual({ kind: "wait" });
      expect(await ledger(second)).toMatchObject({ state: "queued", lostAt: minutes(2), lookAt: minutes(62) });
      await giveRun(world.db.admin, second, second.runId);
      expect(await planned(second, minutes(30))).toEqual({ kind: "wait" });
      await lookOver(second, minutes(30));
      expect(await standsAt(world.db.admin, second)).toEqual({ stands: "open", waits: "thread_closed", nextAt: minutes(62) });
      if (second.kind === "campaign") expect(await slots(second)).toBe(0);

      await settle(minutes(63));
      expect(await ledger(second)).toMatchObject({ lostAt: minutes(2), lookAt: minutes(123) });
      await world.admin("POST", "messages", {
        mailbox: "anna@contoso.com",
        folder: "archive",
        internetMessageId: before.messageId,
        conversationId: before.conversationId,
        subject: "Hello",
        isDraft: false,
      });
      await expect.poll(() => findByMessageId(world.mailbox, before.messageId ?? "")).toHaveLength(1);
      await settle(minutes(100));
      expect(await ledger(second)).toMatchObject({ lostAt: minutes(2) });
      await settle(minutes(200));
      expect(await ledger(second)).toMatchObject({ state: "queued", lostAt: null, lookAt: null });
      await lookOver(second, minutes(201));
      expect(await slots(second)).toBe(1);
      await giveRun(world.db.admin, second, second.runId);
      await expect.poll(() => planned(second, minutes(300)), { timeout: 10_000 }).toEqual({ kind: "sent" });
      await arrived(second);
      const [mail] = await world.delivered((await ledger(second)).key ?? "");
      expect(mail).toMatchObject({ in_reply_to: before.messageId, subject: "Re: Hello" });
    });

    test("a follow-up to a mail that Exchange keeps as a draft waits in line for an hour, and then says that its thread is closed", async () => {
      await world.admin("POST", "settings", { moveDelayMs: 600_000 });
      await untilSent(first);
      const second = await followUp(first, 2);
      expect(await planned(second, minutes(50))).toMatchObject({ kind: "again" });
      expect(await ledger(second)).toMatchObject({ state: "queued", lostAt: null });
      expect(await planned(second, minutes(62))).toEqual({ kind: "wait" });
      expect(await ledger(second)).toMatchObject({ state: "queued", lostAt: minutes(62), lookAt: minutes(122) });
    });

    test("a follow-up to a mail that is shown and cannot be answered says so after an hour", async () => {
      await untilSent(first);
      await arrived(first);
      const second = await followUp(first, 2);
      const missing = { kind: "status-before", method: "POST", path: "/createReply$", status: 404, code: "ErrorItemNotFound" };
      await world.admin("POST", "faults", { ...missing, times: 4 });
      expect(await planned(second, minutes(50))).toMatchObject({ kind: "again" });
      expect(await ledger(second)).toMatchObject({ state: "queued", lostAt: null });
      expect(await planned(second, minutes(62))).toEqual({ kind: "wait" });
      expect(await ledger(second)).toMatchObject({ state: "queued", lostAt: minutes(62), lookAt: minutes(122) });

      // The next attempt meets something else: then it is no longer a lost thread that keeps the mail from a slot.
      await world.admin("POST", "faults", { ...missing, status: 503, code: "ErrorServerBusy", times: 1 });
      await giveRun(world.db.admin, second, second.runId);
      expect(await planned(second, minutes(130))).toMatchObject({ kind: "again" });
      expect(await ledger(second)).toMatchObject({ state: "drafting", lostAt: null });
      expect(await planned(second, minutes(140))).toEqual({ kind: "sent" });
    });

    test("a follow-up finds the mail before where its item has another id by now", async () => {
      await untilSent(first);
      await arrived(first);
      await world.db.admin`update deliveries set sent_graph_id = 'AAkGone' where draft_id = ${first.draftId}`;
      const second = await followUp(first, 2);
      await untilSent(second);
      await arrived(second);
      const [mail] = await world.delivered((await ledger(second)).key ?? "");
      expect(mail).toMatchObject({ in_reply_to: (await ledger(first)).messageId });
      expect((await ledger(first)).sentGraphId).not.toBe("AAkGone");
    });
  });
});
