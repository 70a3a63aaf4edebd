import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Clock, databaseClock } from "@/db/access/database-clock";
import { findDraftsByKey } from "../microsoft/graph/find-message";
import { type MailWorld, startMail } from "../microsoft/graph/testing/start-mail";
import { sendPlanned } from "./run/send-planned";
import { giveConsent } from "./testing/give-consent";
import {
  type MailKind,
  mailKinds,
  type ReadyMail,
  seedFollowUp,
  seedHandFollowUp,
  seedReadyMail,
} from "./testing/seed-ready-mail";

/**
 * A run that dies wherever it asks what time it is, which it does before each step that depends on it: what was committed stays, nothing after it
 * happens, and another run goes on from there. Wherever it dies, and however many go on at once, the mail arrives once. PROVE=1 for follow-ups of every
 * kind, too.
 */
const full = process.env.PROVE === "1";
let world: MailWorld;
const died = new Error("The process ended here.");

beforeAll(async () => {
  world = await startMail({ ...process.env, DOUBT_SCHEDULE: "0.1,0.2,0.3" });
  await world.admin("POST", "settings", {
    moveDelayMs: 30,
    deliveryDelayMs: 10,
    lookupLagMs: 0,
    movedGoneMs: 0,
    replySettlesMs: 0,
  });
});
afterAll(() => world.end());

/** Asked for the time so many times, it ends. */
function dyingAfter(asked: number): { clock: Clock; wasAsked: () => number } {
  let count = 0;
  const clock: Clock = async (tx) => {
    count += 1;
    if (count > asked) throw died;
    return databaseClock(tx);
  };
  return { clock, wasAsked: () => count };
}

const untilSent = (mail: ReadyMail) =>
  expect.poll(() => sendPlanned(mail.scope, mail).then(({ kind }) => kind), { timeout: 20_000, interval: 100 }).toBe("sent");

async function isThereOnce({ draftId }: ReadyMail) {
  await world.settle();
  const [row] = await world.db.admin`select v.send_key as key, d.status::text as draft,
      (select count(*)::int from sent_emails s where s.draft_id = d.id) as sent, (select count(*)::int from deliveries x where x.draft_id = d.id) as rows
    from deliveries v join email_drafts d on d.id = v.draft_id where d.id = ${draftId}`;
  expect(row).toMatchObject({ draft: "sent", sent: 1, rows: 1 });
  expect(await world.delivered(String(row?.key))).toHaveLength(1);
  expect(await findDraftsByKey(world.mailbox, String(row?.key))).toEqual([]);
}

const slot = () => new Date(Date.now() - 1000);
async function ready(kind: MailKind): Promise<ReadyMail> {
  const mail = await seedReadyMail(world.db.admin, slot(), { kind, followUps: 1 });
  await giveConsent(world.db.admin, mail);
  return mail;
}
async function readyAfter(kind: MailKind, follow: typeof seedHandFollowUp): Promise<ReadyMail> {
  const mail = await ready(kind);
  await untilSent(mail);
  await world.db.admin`update deliveries set submitted_at = submitted_at - interval '1 day' where draft_id = ${mail.draftId}`;
  return follow(world.db.admin, mail, slot());
}

const stories: [string, () => Promise<ReadyMail>][] = [
  ...mailKinds.map((kind): [string, () => Promise<ReadyMail>] => [`a ${kind} mail`, () => ready(kind)]),
  ["the next mail of a campaign", () => readyAfter("campaign", (admin, mail, at) => seedFollowUp(admin, mail, 2, at))],
  ["a mail by hand in the thread of a campaign's", () => readyAfter("campaign", seedHandFollowUp)],
  ["a mail by hand in the thread of one by hand", () => readyAfter("single", seedHandFollowUp)],
];

/** A mail of a campaign, one by hand, and one by hand in a thread. */
const small = [0, 1, 3];

describe.each(stories.filter((_, place) => full || small.includes(place)))("%s", (_story, seed) => {
  test("arrives once, wherever its run ends", { timeout: 300_000 }, async () => {
    let points = 0;
    for (let after = 0; ; after += 1) {
      const mail = await seed();
      const { clock, wasAsked } = dyingAfter(after);
      const ended = await sendPlanned(mail.scope, mail, clock).then(
        () => "not",
        (error) => (error === died || error.cause === died ? "died" : error),
      );
      await untilSent(mail);
      await isThereOnce(mail);
      if (wasAsked() <= after) break;
      expect([after, ended]).toEqual([after, "died"]);
      points += 1;
    }
    expect(points).toBeGreaterThan(6);
  });

  test("arrives once, though ten runs of it go on at once after one ended", { timeout: 120_000 }, async () => {
    const mail = await seed();
    await sendPlanned(mail.scope, mail, dyingAfter(4).clock).catch(() => undefined);
    await Promise.all(Array.from({ length: 10 }, () => untilSent(mail)));
    await isThereOnce(mail);
  });
});
