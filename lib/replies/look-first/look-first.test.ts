import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { databaseClock } from "@/db/access/database-clock";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { type MailWorld, startMail } from "../../microsoft/graph/testing/start-mail";
import { sendPlanned } from "../../sending/run/send-planned";
import { giveConsent } from "../../sending/testing/give-consent";
import { type ReadyMail, seedReadyMail } from "../../sending/testing/seed-ready-mail";
import { pollMailbox } from "../poll-mailbox";
import { type DueFollowUp, seedDueFollowUp } from "../testing/seed-due-follow-up";
import { lookFirst } from "./look-first";

let world: MailWorld;
let campaign: ReadyMail;
let mail: DueFollowUp;
const mailbox = "anna@contoso.com";

beforeAll(async () => {
  world = await startMail(process.env);
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.admin("POST", "reset", {});
  await world.admin("POST", "settings", {
    moveDelayMs: 0,
    deliveryDelayMs: 0,
    lookupLagMs: 0,
    movedGoneMs: 0,
    replySettlesMs: 0,
  });
  campaign = await seedReadyMail(world.db.admin, new Date(), { followUps: 1 });
  await giveConsent(world.db.admin, campaign);
  await unheard();
  mail = await seedDueFollowUp(world, campaign, 1);
});

/** No look is written down, and each folder was read long ago. */
async function unheard(senderAccountId = campaign.senderAccountId) {
  await world.db.admin`update mailbox_watches set look_began_at = null where sender_account_id = ${senderAccountId}`;
  await world.db
    .admin`update mailbox_syncs set last_polled_at = now() - interval '1 hour' where sender_account_id = ${senderAccountId}`;
}
const send = (one = mail, hears: typeof lookFirst | null = lookFirst) =>
  sendPlanned(one.scope, { ...one, senderAccountId: campaign.senderAccountId }, databaseClock, hears);
/** A look that is over for a while: the next mail needs another. */
async function looked(senderAccountId = campaign.senderAccountId) {
  await pollMailbox(campaign.scope, senderAccountId, new Date());
  await world.db
    .admin`update mailbox_watches set look_began_at = look_began_at - interval '3 seconds' where sender_account_id = ${senderAccountId}`;
}
const answer = (more: Record<string, unknown> = {}) =>
  world.admin("POST", "messages", {
    mailbox,
    subject: "Re: Hello",
    from: { emailAddress: { address: mail.email, name: "x" } },
    inReplyTo: mail.messageId,
    body: { contentType: "text", content: "Yes, please." },
    ...more,
  });
type Call = { at: string; method: string; path: string; ms: number; mailbox: string };
const calls = async (path: RegExp) => ((await world.admin("GET", "calls")) as Call[]).filter((call) => path.test(call.path));
const lists = /delta$|^\/me\/messages$/;
const fault = (path: string, more: object = {}) =>
  world.admin("POST", "faults", {
    kind: "status-before",
    status: 503,
    code: "ErrorServerBusy",
    path,
    retryAfter: "60",
    times: null,
    ...more,
  });
const contact = async () =>
  (await world.db.admin`select status, ended_reason as ended from campaign_contacts where id = ${mail.campaignContactId}`)[0];

describe("a follow-up", () => {
  test.each([["inbox"], ["junkemail"], ["Clients"], ["deleteditems"]])(
    "does not leave once its answer lies in %s",
    async (folder) => {
      await answer({ folder });
      expect(await send()).toEqual({ kind: "ended" });
      expect(await contact()).toEqual({ status: "replied", ended: "replied" });
      expect(await calls(/\/send$/)).toEqual([]);
    },
  );

  test("does not leave when the answer comes while its draft is looked at", async () => {
    await world.admin("POST", "holds", { point: "after", method: "PATCH", path: "/messages/[^/]+$" });
    const sent = send();
    await world.admin("GET", "holds?wait=10000");
    await answer({ folder: "junkemail" });
    // The look for the draft counts for half a second, however fast the rest goes.
    await world.db.admin`update mailbox_watches set look_began_at = look_began_at - interval '1 second'`;
    await world.admin("DELETE", "holds");
    expect(await sent).toEqual({ kind: "ended" });
    expect(await calls(/\/send$/)).toEqual([]);
  });

  test("leaves after one look at three lists, although nobody had read the mailbox for an hour", async () => {
    expect(await send()).toEqual({ kind: "sent" });
    // The first look is for the draft that must not be made in vain, the second for the mail that leaves.
    expect((await calls(lists)).length).toBeLessThanOrEqual(6);
  });

  test("asks for no more than a look, where the mailbox is read as it should be", async () => {
    await looked();
    await world.admin("DELETE", "calls");
    await send();
    expect(await calls(lists)).toHaveLength(3);
    expect(await calls(/\/send$/)).toHaveLength(1);
    process.stdout.write(`requests of one follow-up: ${(await calls(/./)).length}\n`);
  });

  test("that nobody looks for does not leave", async () => {
    await looked();
    expect(await send(mail, null)).toMatchObject({ kind: "again" });
    expect(await calls(/\/send$/)).toEqual([]);
  });

  test("does not leave on a look that took too long: it looks again", async () => {
    await looked();
    await fault("junkemail.*delta", { kind: "delay", ms: 1800, times: 1 });
    expect(await send()).toMatchObject({ kind: "again" });
    expect(await calls(/\/send$/)).toEqual([]);
    expect(await send()).toEqual({ kind: "sent" });
  });
});

describe("where the look fails", () => {
  test.each(["inbox.*delta", "junkemail.*delta", "^/me/messages$"])(
    "at %s, the follow-up waits and looks again soon",
    async (path) => {
      await looked();
      await fault(path, { method: "GET" });
      const step = await send();
      expect(step).toMatchObject({ kind: "again" });
      const inSeconds = (new Date(step.kind === "again" ? step.at : 0).getTime() - Date.now()) / 1000;
      expect(inSeconds).toBeGreaterThan(0);
      expect(inSeconds).toBeLessThan(15);
      expect(await calls(/\/send$/)).toEqual([]);
      await world.admin("DELETE", "faults");
      expect(await send()).toEqual({ kind: "sent" });
    },
  );

  test("a first mail leaves", async () => {
    await fault("delta|^/me/messages$", { method: "GET" });
    expect(await send({ ...campaign, messageId: "" })).toEqual({ kind: "sent" });
    expect((await calls(lists)).filter(({ method }) => method === "GET")).toEqual([]);
  });
});

test("a look that somebody is making is waited for, and not doubled", async () => {
  await looked();
  await answer({ folder: "junkemail" });
  await world.admin("DELETE", "calls");
  await world.admin("POST", "holds", { point: "after", path: "junkemail.*delta" });
  const polled = pollMailbox(campaign.scope, campaign.senderAccountId, new Date());
  await world.admin("GET", "holds?wait=10000");
  const heard = lookFirst(mail.scope, { senderAccountId: campaign.senderAccountId, mailbox: world.mailbox }, databaseClock);
  await world.admin("DELETE", "holds");
  expect(await polled).toMatchObject({ written: 1 });
  expect(await heard).toBeInstanceOf(Date);
  const asked = await calls(/junkemail.*delta/);
  expect(asked.length).toBeLessThanOrEqual(2);
});

describe("the team's other mailboxes", () => {
  let ben: string;
  beforeEach(async () => {
    const { scope } = campaign;
    ben = await seedMailbox(world.db.admin, scope.teamId, { email: "ben@contoso.com", displayName: "Ben" });
    await giveConsent(world.db.admin, { ...campaign, senderAccountId: ben }, "ben@contoso.com");
    await unheard(ben);
    await looked();
  });

  test("are read first, and an answer there stops the mail", async () => {
    await answer({ mailbox: "ben@contoso.com" });
    expect(await send()).toEqual({ kind: "ended" });
    expect(await contact()).toMatchObject({ status: "replied" });
  });

  test("are left alone for half a minute", async () => {
    await looked(ben);
    await world.admin("DELETE", "calls");
    expect(await send()).toEqual({ kind: "sent" });
    expect((await calls(lists)).map((call) => call.mailbox)).toEqual([mailbox, mailbox, mailbox]);
  });

  test("hold it while they cannot be read, and no longer once that is known to last", async () => {
    await fault("delta", { mailbox: "ben@contoso.com" });
    expect(await send()).toMatchObject({ kind: "again" });
    await world.db.admin`update sender_accounts set trouble = 'unreadable' where id = ${ben}`;
    expect(await send()).toEqual({ kind: "sent" });
  });

  test("hold the mailbox that sends for seconds while they do not answer", { timeout: 60_000 }, async () => {
    await world.admin("POST", "holds", { point: "before", path: "delta", mailbox: "ben@contoso.com", times: 9 });
    const began = performance.now();
    const release = setTimeout(() => void world.admin("DELETE", "holds"), 20_000);
    expect(await send()).toMatchObject({ kind: "again" });
    expect(performance.now() - began).toBeLessThan(15_000);
    clearTimeout(release);
    await world.admin("DELETE", "holds");
  });
});

test("the look before a mail takes as long as one call, and thirty a minute leave where a call takes a fifth of a second", {
  timeout: 120_000,
}, async () => {
  const count = process.env.PROVE ? 30 : 4;
  await looked();
  const all: DueFollowUp[] = [];
  for (let place = 2; place < 2 + count; place += 1) all.push(await seedDueFollowUp(world, campaign, place));
  await world.admin("POST", "settings", { workMs: 200 });
  await world.admin("DELETE", "calls");
  const began = performance.now();
  for (const one of all) {
    for (let step = await send(one); step.kind !== "sent"; step = await send(one)) expect(step.kind).toBe("again");
    await world.db.admin`update deliveries set submitted_at = submitted_at - interval '1 day' where draft_id = ${one.draftId}`;
  }
  const seconds = (performance.now() - began) / 1000 / count;
  const asked = (await calls(lists)).map(({ at, ms }) => ({ from: new Date(at).getTime(), to: new Date(at).getTime() + ms }));
  process.stdout.write(
    `with 200 ms a call: ${seconds.toFixed(2)} s and ${((await calls(/./)).length / count).toFixed(1)} requests a follow-up\n`,
  );
  // The lists of one look are asked for at once.
  expect(asked.length % 3).toBe(0);
  for (let look = 0; look < asked.length; look += 3) {
    const three = asked.slice(look, look + 3);
    expect(Math.max(...three.map(({ from }) => from))).toBeLessThan(Math.min(...three.map(({ to }) => to)));
  }
  // How fast this machine is besides is shown by the proof alone.
  if (process.env.PROVE) expect(seconds).toBeLessThan(2);
});
