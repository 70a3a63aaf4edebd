import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type MailWorld, startMail } from "../../microsoft/graph/testing/start-mail";
import { seedHandFollowUp } from "../../sending/testing/seed-ready-mail";
import { openMailbox, type PolledMailbox } from "../testing/polled-mailbox";
import { endedWithReader, inReview, planned, standsByHand } from "../testing/seed-by-hand";

/** A mail by hand that left through the stand-in, what its reader's server answers, and what is planned to them. */
let world: MailWorld;
let anna: PolledMailbox;
let id: string;
let next: () => ReturnType<typeof standsByHand>;

beforeAll(async () => {
  world = await startMail(process.env);
});
afterAll(() => world.end());
beforeEach(async () => {
  anna = await openMailbox(world, "single");
  id = await anna.sent();
  const followUp = await seedHandFollowUp(world.db.admin, anna.mail, new Date("2126-11-25T15:00:00Z"));
  next = () => standsByHand(world.db.admin, followUp.draftId);
});

const sent = async () => (await world.db.admin`select status from sent_emails where draft_id = ${anna.mail.draftId}`)[0]?.status;

test("an answer sends what is planned back to Review, also from another address in its thread", async () => {
  await anna.answer(id, { from: "assistant@elsewhere.example" });
  expect(await anna.poll()).toMatchObject({ written: 1 });
  expect(await next()).toEqual(inReview);
  expect(await anna.count("email_replies")).toBe(1);
});

test("by two readers at once it counts once", async () => {
  await anna.answer(id);
  await Promise.all([anna.poll(), anna.poll(), anna.poll()]);
  expect(await anna.count("email_replies")).toBe(1);
  expect(await next()).toEqual(inReview);
});

test("an automatic answer and a full mailbox change nothing", async () => {
  await world.admin("POST", "auto-reply", { id, text: "Away until Monday" });
  await world.admin("POST", "bounce", { id, status: "5.2.2" });
  expect(await anna.poll()).toMatchObject({ written: 2 });
  expect([await next(), await sent(), await anna.count("suppressions")]).toEqual([planned, "sent", 0]);
});

test("a dead address is suppressed, and ends what is planned", async () => {
  await world.admin("POST", "bounce", { id, status: "5.1.1" });
  await anna.poll();
  expect([await next(), await sent(), await anna.count("suppressions")]).toEqual([endedWithReader, "bounced", 1]);
});

test("asking for no more in one’s own words suppresses, and ends what is planned", async () => {
  await anna.answer(id, { text: "Please remove me from your list." });
  await anna.poll();
  expect(await next()).toEqual(endedWithReader);
  expect(await anna.count("suppressions")).toBe(1);
});
