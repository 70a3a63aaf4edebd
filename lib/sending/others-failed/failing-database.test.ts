import { setTimeout } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { codeOf } from "@/db/access/code-of";
import { databaseClock } from "@/db/access/database-clock";
import { type MailWorld, startMail } from "../../microsoft/graph/testing/start-mail";
import { sendPlanned } from "../run/send-planned";
import { giveConsent } from "../testing/give-consent";
import { type ReadyMail, seedNextReadyMail, seedReadyMail } from "../testing/seed-ready-mail";

/** A database that refuses what is written, or is slow to write it, while mail leaves by a mailbox over HTTP. */
/** What each change of the ledger takes. PROVE=1 for as long as where it happened. */
const slowSeconds = process.env.PROVE ? 2 : 1;
let world: MailWorld;
beforeAll(async () => {
  world = await startMail({ ...process.env, DOUBT_SCHEDULE: "0.05,0.05,0.1" });
  await world.db.admin.unsafe(`create sequence writes;
    create function full_disk() returns trigger language plpgsql security definer as $$ begin
      if nextval('public.writes') > tg_argv[0]::int then raise exception 'could not extend file: no space left on device' using errcode = '53100'; end if;
      return null; end $$;
    create function slow_write() returns trigger language plpgsql as $$ begin perform pg_sleep(${slowSeconds}); return null; end $$`);
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.admin("POST", "reset", {});
  await world.admin("POST", "settings", { moveDelayMs: 20, deliveryDelayMs: 10, lookupLagMs: 0, movedGoneMs: 0 });
});
afterEach(() => makeRoom());

/** What sending a mail writes. Left out is the lease: where that cannot be given back, the next mail only waits until its 15 seconds are over. */
const tables = ["deliveries", "delivery_intents", "sent_emails", "scheduled_emails", "email_drafts", "campaign_contacts"];

/** From now on each write but the first so many fails. */
const fillDisk = (after: number, of = tables) =>
  world.db.admin.unsafe(
    `alter sequence writes restart; ${of
      .map(
        (table) =>
          `create trigger misbehaves before insert or update on ${table} for each statement execute function full_disk(${after});`,
      )
      .join("")}`,
  );
const makeRoom = () => world.db.admin.unsafe(tables.map((table) => `drop trigger if exists misbehaves on ${table};`).join(""));

async function ready() {
  const mail = await seedReadyMail(world.db.admin, new Date(Date.now() - 1000), { followUps: 1 });
  await giveConsent(world.db.admin, mail);
  return mail;
}
const bring = async (mail: ReadyMail) => (await sendPlanned(mail.scope, mail, databaseClock)).kind;
const untilSent = (mail: ReadyMail) => expect.poll(() => bring(mail), { timeout: 30_000, interval: 50 }).toBe("sent");

async function isThereOnce({ draftId }: ReadyMail) {
  await world.settle();
  const [row] = await world.db.admin`select send_key as key, state,
    (select count(*)::int from sent_emails s where s.draft_id = v.draft_id) as sent from deliveries v where draft_id = ${draftId}`;
  expect(row?.sent).toBe(1);
  expect(await world.delivered(String(row?.key))).toHaveLength(1);
}
const sendsAsked = async () =>
  ((await world.admin("GET", "calls")) as { method: string; path: string }[]).filter(
    ({ method, path }) => method === "POST" && path.endsWith("/send"),
  ).length;

test("a disk that is full from any write on, before the send and after it: once there is room the mail arrives, once (postal 1236)", {
  timeout: 180_000,
}, async () => {
  let failed = 0;
  let failedAfterSend = 0;
  for (let after = 0; ; after += 1) {
    const mail = await ready();
    await world.admin("DELETE", "calls");
    await fillDisk(after);
    const codes: unknown[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const kind = await bring(mail).catch((error: unknown) => codes.push(codeOf(error)));
      if (kind === "sent") break;
    }
    if (codes.length > 0 && (await sendsAsked()) > 0) failedAfterSend += 1;
    await makeRoom();
    await untilSent(mail);
    await isThereOnce(mail);
    if (codes.length === 0) break;
    expect(new Set(codes)).toEqual(new Set(["53100"]));
    failed += 1;
  }
  expect(failed).toBeGreaterThan(5);
  expect(failedAfterSend).toBeGreaterThan(0);
});

test("what fails after the send, 25 times, sends nothing again (freescout 3607)", { timeout: 60_000 }, async () => {
  const mail = await ready();
  await world.admin("DELETE", "calls");
  await fillDisk(0, ["sent_emails"]);
  let failures = 0;
  await expect
    .poll(
      async () => {
        const failed = await bring(mail).then(
          () => false,
          () => true,
        );
        failures += failed ? 1 : 0;
        return failures;
      },
      { timeout: 40_000, interval: 20 },
    )
    .toBeGreaterThanOrEqual(25);
  expect(await sendsAsked()).toBe(1);
  await makeRoom();
  await untilSent(mail);
  await isThereOnce(mail);
});

test("eight workers on one queue, in front of a slow database, send each mail once (postal 2222, mautic 2215)", {
  timeout: 240_000,
}, async () => {
  const first = await ready();
  const mails = [first, await seedNextReadyMail(world.db.admin, first, new Date(Date.now() - 1000))];
  await world.admin("DELETE", "calls");
  await world.db.admin.unsafe("create trigger misbehaves after update on deliveries for each row execute function slow_write()");
  const began = Date.now();
  const seen: string[] = [];
  const work = async (order: ReadyMail[]) => {
    for (const mail of order) {
      for (let kind = await bring(mail); kind !== "sent"; kind = await bring(mail)) {
        // What is not brought on by asking again is said, and not asked for ever.
        if (Date.now() - began > 200_000) throw new Error(`Not sent after 200 s: ${seen.slice(-20).join(", ")}, ${kind}`);
        seen.push(kind);
        await setTimeout(200);
      }
    }
  };
  await Promise.all(Array.from({ length: 8 }, (_, worker) => work(worker % 2 === 0 ? mails : mails.toReversed())));
  // It was slow, each worker in its turn.
  expect(Date.now() - began).toBeGreaterThan(slowSeconds * 4000);
  await makeRoom();
  expect(await sendsAsked()).toBe(mails.length);
  for (const mail of mails) await isThereOnce(mail);
});
