import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type MailWorld, startMail } from "@/lib/microsoft/graph/testing/start-mail";
import { sendPlanned } from "@/lib/sending/run/send-planned";
import { giveConsent } from "@/lib/sending/testing/give-consent";
import { type ReadyMail, seedReadyMail } from "@/lib/sending/testing/seed-ready-mail";
import { POST } from "./route";

let world: MailWorld;
let mail: ReadyMail;

beforeAll(async () => {
  world = await startMail(process.env);
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.admin("POST", "reset", {});
  await world.admin("POST", "settings", { moveDelayMs: 0, deliveryDelayMs: 0, lookupLagMs: 0, movedGoneMs: 0 });
  mail = await seedReadyMail(world.db.admin, new Date(Date.now() + 3000));
  await giveConsent(world.db.admin, mail);
});

const press = () =>
  POST(new Request(`http://localhost:3000/u/${mail.unsubscribeToken}`, { method: "POST" }), {
    params: Promise.resolve({ token: mail.unsubscribeToken }),
  });
const send = () => sendPlanned(mail.scope, mail, () => new Date(), null);
const slot = async () =>
  (
    await world.db.admin`select status, now() > scheduled_for as passed from scheduled_emails where draft_id = ${mail.draftId}`
  )[0];
const slotPasses = () => expect.poll(async () => (await slot())?.passed, { timeout: 10_000 }).toBe(true);
const intents = async () =>
  Number(
    (
      await world.db.admin`select count(*)::int as n from delivery_intents i join deliveries v on v.id = i.delivery_id
        where v.draft_id = ${mail.draftId}`
    )[0]?.n,
  );
const delivered = async () => {
  await world.settle();
  return world.admin("GET", `mail?to=${encodeURIComponent(mail.email.toLowerCase())}`);
};

test("a mail with a slot three seconds ahead does not leave: from the answer on no intent is written", async () => {
  const began = performance.now();
  expect((await press()).status).toBe(200);
  expect(performance.now() - began).toBeLessThan(5000);
  expect(await send()).toEqual({ kind: "ended" });
  expect(await slot()).toMatchObject({ status: "cancelled" });
  await slotPasses();
  expect(await send()).toEqual({ kind: "ended" });
  expect([await intents(), await delivered()]).toEqual([0, []]);
});

test("pressed while the mail is being sent, it left before the answer or not at all", async () => {
  await slotPasses();
  const [answer, sent] = await Promise.all([press(), send()]);
  expect(answer.status).toBe(200);
  const before = await intents();
  expect(before).toBe(sent.kind === "sent" ? 1 : 0);
  expect((await send()).kind).toBe("ended");
  expect(await intents()).toBe(before);
  expect(await delivered()).toHaveLength(before);
});

test("without that it leaves", async () => {
  await slotPasses();
  expect(await send()).toEqual({ kind: "sent" });
  expect(await delivered()).toHaveLength(1);
});
