import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeClient } from "../../../microsoft/graph/clients";
import { type MailWorld, startMail } from "../../../microsoft/graph/testing/start-mail";
import { giveConsent } from "../../testing/give-consent";
import { type MailKind, type ReadyMail, seedFollowUp, seedHandFollowUp, seedReadyMail } from "../../testing/seed-ready-mail";
import { sendDraftMail } from "../send-draft-mail";
import type { SendOutcome } from "../send-outcome";

let world: MailWorld;
/** How far the test's clock is ahead. */
let ahead = 0;
const clock = () => new Date(Date.now() + ahead);

beforeAll(async () => {
  world = await startMail(process.env);
  await world.admin("POST", "settings", {
    moveDelayMs: 50,
    deliveryDelayMs: 20,
    lookupLagMs: 0,
    movedGoneMs: 0,
    replySettlesMs: 0,
  });
});
afterAll(() => world.end());

async function untilSettled(mail: ReadyMail): Promise<SendOutcome> {
  for (let round = 0; round < 30; round += 1) {
    const outcome = await sendDraftMail(mail.scope, mail.draftId, mail.runId, world.mailbox, clock);
    if (outcome.kind !== "later" && outcome.kind !== "doubt") return outcome;
    const ms = (outcome.kind === "later" ? outcome.at : outcome.lookAt).getTime() - clock().getTime();
    await new Promise((done) => setTimeout(done, Math.max(10, Math.min(ms, 1000))));
  }
  throw new Error("The mail was never settled.");
}

/** The first mail, and what follows it: a campaign's next one, or one by hand after either. */
const follows: [string, MailKind, typeof seedHandFollowUp][] = [
  ["of a campaign", "campaign", (admin, mail, at) => seedFollowUp(admin, mail, 2, at)],
  ["by hand after one of a campaign", "campaign", seedHandFollowUp],
  ["by hand after one by hand", "single", seedHandFollowUp],
];

async function readyFollowUp(kind: MailKind, seed: typeof seedHandFollowUp): Promise<ReadyMail> {
  const { admin } = world.db;
  const mail = await seedReadyMail(admin, new Date(Date.now() - 1000), { followUps: 1, kind });
  await giveConsent(admin, mail);
  expect((await untilSettled(mail)).kind).toBe("sent");
  await world.settle();
  ahead += 120_000;
  await admin`update mailbox_syncs set last_polled_at = ${new Date(Date.now() + 3_600_000)} where sender_account_id = ${mail.senderAccountId}`;
  return seed(admin, mail, new Date(Date.now() - 1000));
}

const at = (path: string) => writeClient(world.mailbox).api(`/me/messages/${path}`);

describe.each(follows)("a follow-up %s", (_of, kind, seed) => {
  test.each<[string, string, (path: string) => Promise<unknown>]>([
    ["where answers go", "recipients", (path) => at(path).patch({ replyTo: [{ emailAddress: { address: "b@x.example" } }] })],
    [
      "as whom it is from",
      "from",
      (path) => at(path).patch({ from: { emailAddress: { address: "anna@contoso.com", name: "CEO" } } }),
    ],
    ["a file", "attachments", (path) => at(`${path}/attachments`).post({ name: "offer.pdf", contentBytes: "YWJj" })],
    ["how urgent it is", "settings", (path) => at(path).patch({ importance: "high" })],
    ["that it was thrown away", "", (path) => at(`${path}/move`).post({ destinationId: "deleteditems" })],
  ])("a follow-up in which its mailbox's owner changed %s before we had filled it does not leave", async (_, field, change) => {
    const mail = await readyFollowUp(kind, seed);
    await world.admin("POST", "holds", { point: "before", method: "PATCH", path: "/messages/[^/]+$" });
    const settled = untilSettled(mail);
    const [held] = (await world.admin("GET", "holds?wait=10000")) as { waiting: string[] }[];
    await change(held?.waiting[0]?.split("/").at(-1) ?? "");
    await world.admin("DELETE", "holds");
    expect(await settled).toMatchObject({ kind: "refused", refusal: { reason: "changed in Outlook" } });
    const found = await world.db
      .admin`select x.differences, v.send_key from mail_differences x join deliveries v on v.id = x.delivery_id
    where v.draft_id = ${mail.draftId}`;
    expect(found).toHaveLength(1);
    expect(found[0]?.differences.map((one: { field: string }) => one.field)).toEqual(field ? [field] : []);
    await world.settle();
    expect(await world.delivered(found[0]?.send_key)).toEqual([]);
  });

  test("a follow-up that nobody touched leaves once", async () => {
    expect((await untilSettled(await readyFollowUp(kind, seed))).kind).toBe("sent");
  });
});
