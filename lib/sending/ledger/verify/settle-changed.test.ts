import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { seedTeam } from "@/db/seed/seed-team";
import { acceptSent } from "@/lib/drafts/changed/accept-sent";
import { putBack } from "@/lib/drafts/changed/put-back";
import { signChanged } from "@/lib/drafts/changed/sign-changed";
import { rejectDraft } from "@/lib/drafts/reject-draft";
import { readDraftView } from "@/lib/drafts/review/read-draft-view";
import { readReviewQueue } from "@/lib/drafts/review/read-review-queue";
import { writeClient } from "../../../microsoft/graph/clients";
import { type MailWorld, startMail } from "../../../microsoft/graph/testing/start-mail";
import { feedCampaign } from "../../queue/feed-campaign";
import { giveConsent } from "../../testing/give-consent";
import { type ReadyMail, seedReadyMail } from "../../testing/seed-ready-mail";
import { sendDraftMail } from "../send-draft-mail";
import type { SendOutcome } from "../send-outcome";

let world: MailWorld;
let mail: ReadyMail;

beforeAll(async () => {
  world = await startMail(process.env);
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.admin("POST", "settings", { moveDelayMs: 50, deliveryDelayMs: 20, lookupLagMs: 0, movedGoneMs: 0 });
  mail = await seedReadyMail(world.db.admin, new Date(Date.now() - 1000));
  await giveConsent(world.db.admin, mail);
});

const now = () => new Date();
const once = () => sendDraftMail(mail.scope, mail.draftId, mail.runId, world.mailbox, now);
const item = (graphId: string, more = "") => writeClient(world.mailbox).api(`/me/messages/${encodeURIComponent(graphId)}${more}`);
const person = () =>
  ({ ...mail.scope, timezone: "UTC", teamTimezone: "UTC", name: "Anna" }) as Parameters<typeof readDraftView>[0];
const view = () => readDraftView(person(), mail.draftId, now());
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );

/** A draft that was laid into Outlook, and what its owner did with it, found just before leaving. */
async function heldAfter(act: (graphId: string) => Promise<unknown>): Promise<SendOutcome> {
  await world.db.admin`update campaigns set status = 'paused' where id = ${mail.campaignId}`;
  await once();
  await world.db.admin`update campaigns set status = 'active' where id = ${mail.campaignId}`;
  const [row] = await world.db.admin`select graph_id from deliveries where draft_id = ${mail.draftId}`;
  await act(String(row?.graph_id));
  return once();
}

async function changed(from: string, to: string) {
  return heldAfter(async (graphId) => {
    const { body } = await item(graphId).get();
    await item(graphId).patch({ body: { contentType: "html", content: String(body.content).replace(from, to) } });
  });
}

/** The feeder gives a slot and a run, and the run sends. */
async function goesOn(): Promise<SendOutcome> {
  await feedCampaign(mail.scope, mail.campaignId, now());
  await world.db
    .admin`update scheduled_emails set scheduled_for = now() - interval '1 second' where draft_id = ${mail.draftId} and status = 'pending'`;
  const [row] = await world.db.admin`select run_id from campaign_contacts where id = ${mail.campaignContactId}`;
  mail = { ...mail, runId: String(row?.run_id) };
  return once();
}

async function arrived() {
  await world.settle();
  const [row] = await world.db.admin`select send_key from deliveries where draft_id = ${mail.draftId}`;
  return world.delivered(String(row?.send_key));
}
const settledAs = async () =>
  (
    await world.db
      .admin`select x.settled_as from mail_differences x join deliveries d on d.id = x.delivery_id where d.draft_id = ${mail.draftId}`
  ).map((row) => row.settled_as);
const seals = () =>
  world.db.admin`select hash, voided_at, kind from signatures where draft_id = ${mail.draftId} order by signed_at`;

test("a changed mail lies on top of the queue, counts as to sign, and shows both texts", async () => {
  await changed("Hi", "Hi, the first month is free");
  const queue = await readReviewQueue(person(), mail.campaignId, now());
  expect(queue).toMatchObject({
    waiting: 1,
    rows: [{ id: mail.draftId, state: "changed", subject: "Changed in Outlook, did not leave" }],
  });
  const shown = await view();
  expect(shown.state).toBe("changed");
  expect(shown.changed).toMatchObject({
    kind: "changed",
    differences: [{ field: "words", after: expect.stringContaining("the first month is free") }],
    sign: { hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
  expect(shown.changed?.found.html).toMatch(/<mark>.*first month is free.*<\/mark>/);
  expect(shown.changed?.signed.html).not.toContain("first month");
  expect(shown.story.map(({ what }) => what)).toContain("Changed in Outlook, held");
});

test("what somebody wrote in Outlook is shown as words and nothing else", async () => {
  await changed("Hi", 'Hi<img src="https://evil.example/p.gif"><script>alert(1)</script><b onclick="x()">you &lt;i&gt;</b>');
  const { changed: shown } = await view();
  for (const html of [shown?.found.html, shown?.bothHtml]) expect(html).not.toMatch(/<(img|script|b|i)\b|onclick/);
  expect(shown?.found.html).toContain("you &lt;i&gt;");
});

test("put back it leaves once, exactly as signed, under the same seal", async () => {
  await changed("Hi", "Free");
  const before = await seals();
  await putBack(mail.scope, mail.draftId, now());
  expect((await goesOn()).kind).toBe("sent");
  expect((await once()).kind).toBe("sent");
  const mails = await arrived();
  expect(mails).toHaveLength(1);
  expect(String(mails[0]?.body)).not.toContain("Free");
  expect(await seals()).toEqual(before);
  expect(before).toMatchObject([{ voided_at: null }]);
  expect((await view()).story.map(({ what }) => what)).toEqual(
    expect.arrayContaining([
      "Changed in Outlook, held",
      expect.stringMatching(/^The signed text was put back by /),
      "Sent as signed",
    ]),
  );
});

test("signed as changed it leaves once, with the changed words, to the signed recipient, as the person who signed it saw it", async () => {
  await heldAfter(async (graphId) => {
    const { body } = await item(graphId).get();
    const content = String(body.content).replace("Hi", "The first month is free");
    const toRecipients = [{ emailAddress: { address: "suppressed@x.example" } }];
    await item(graphId).patch({ subject: "Free", toRecipients, body: { contentType: "html", content } });
  });
  const { changed: shown } = await view();
  const hash = shown && "hash" in shown.sign ? shown.sign.hash : "";
  expect(await code(signChanged(mail.scope, mail.draftId, "0".repeat(64), now()))).toBe("conflict");
  expect(await settledAs()).toEqual([null]);
  expect((await signChanged(mail.scope, mail.draftId, hash, now())).hash).toBe(hash);
  expect(await code(signChanged(mail.scope, mail.draftId, hash, now()))).toBe("conflict");
  expect(await seals()).toMatchObject([{ voided_at: expect.any(Date) }, { hash, voided_at: null, kind: "person" }]);
  expect((await goesOn()).kind).toBe("sent");
  const mails = await arrived();
  expect(mails).toMatchObject([{ recipient: mail.email, subject: "Free" }]);
  expect(String(mails[0]?.body)).toContain("The first month is free");
});

describe("the changed text cannot be signed", () => {
  test("where its footer was changed: the new mail would not read as it lay there", async () => {
    await changed("Unsubscribe", "Stay");
    expect((await view()).changed?.sign).toMatchObject({ why: expect.stringContaining("More than its own text") });
    expect(await code(signChanged(mail.scope, mail.draftId, "0".repeat(64), now()))).toBe("conflict");
    expect(await seals()).toMatchObject([{ voided_at: null }]);
  });

  test("where a check forbids it", async () => {
    await changed("Hi", "Hi {{ nobody }}");
    expect((await view()).changed?.sign).toEqual({ why: "A field is left unfilled in the text" });
  });

  test("where only who gets it was changed: there is no other text", async () => {
    await heldAfter((graphId) => item(graphId).patch({ bccRecipients: [{ emailAddress: { address: "b@x.example" } }] }));
    expect((await view()).changed?.sign).toEqual({ why: "Its text is the signed one" });
  });
});

test("of two people who decide at once one wins, and the other is told", async () => {
  await changed("Hi", "Free");
  const { changed: shown } = await view();
  const hash = shown && "hash" in shown.sign ? shown.sign.hash : "";
  const [row] = await world.db.admin`insert into members (team_id, name, email, tid, oid, role, status)
    select team_id, 'Ben', 'ben@contoso.com', tid, gen_random_uuid()::text, role, status from members where team_id = ${mail.scope.teamId} returning id`;
  const ben = { ...mail.scope, memberId: String(row?.id) };
  const results = await Promise.all([
    code(putBack(mail.scope, mail.draftId, now())),
    code(signChanged(ben, mail.draftId, hash, now())),
    code(putBack(ben, mail.draftId, now())),
  ]);
  expect(results.sort()).toEqual(["conflict", "conflict", "done"]);
  expect(await settledAs()).toHaveLength(1);
  await expect(putBack(mail.scope, mail.draftId, now())).rejects.toThrow(/has settled this already/);
});

test("rejected it never leaves, and its campaign ends for the contact", async () => {
  await changed("Hi", "Free");
  await rejectDraft(mail.scope, mail.draftId, "No", now());
  expect(await settledAs()).toEqual(["rejected"]);
  expect((await view()).state).toBe("rejected");
  expect(await code(putBack(mail.scope, mail.draftId, now()))).toBe("conflict");
  expect(await arrived()).toHaveLength(0);
});

test("a draft that was deleted is shown as such, and made anew when a person says so", async () => {
  await heldAfter((graphId) => item(graphId, "/move").post({ destinationId: "deleteditems" }));
  expect(await view()).toMatchObject({ state: "changed", changed: { kind: "deleted", differences: [] } });
  expect((await readReviewQueue(person(), null, now())).rows[0]?.subject).toBe("Deleted in Outlook, did not leave");
  await putBack(mail.scope, mail.draftId, now());
  expect((await goesOn()).kind).toBe("sent");
  expect(await arrived()).toHaveLength(1);
});

test("sent by hand otherwise than signed it can only be seen, and then what follows goes on", async () => {
  await heldAfter(async (graphId) => {
    await item(graphId).patch({ subject: "Free" });
    await item(graphId, "/send").post("");
    await expect.poll(async () => (await item(graphId).get()).isDraft).toBe(false);
  });
  expect(await view()).toMatchObject({ state: "changed", changed: { kind: "sent by hand", sign: { why: "It has left" } } });
  expect(await code(putBack(mail.scope, mail.draftId, now()))).toBe("conflict");
  expect(await code(signChanged(mail.scope, mail.draftId, "0".repeat(64), now()))).toBe("conflict");
  await acceptSent(mail.scope, mail.draftId, now());
  expect(await settledAs()).toEqual(["accepted"]);
  expect((await view()).state).toBe("gone");
  expect((await view()).story.map(({ what }) => what)).toContain("Sent by hand from Outlook, not as signed");
  expect(await code(acceptSent(mail.scope, mail.draftId, now()))).toBe("conflict");
  expect(await arrived()).toHaveLength(1);
});

test.each(["stays", "changes"])(
  "sent by its owner out of Deleted Items while it was held, it does not leave again once it is put back (its id %s)",
  async (sentId) => {
    await world.admin("POST", "settings", { sentId });
    let graphId = "";
    await heldAfter(async (id) => {
      graphId = id;
      await item(id).patch({ subject: "Free" });
    });
    await item(graphId, "/send").post("");
    expect(await arrived()).toHaveLength(1);
    await putBack(mail.scope, mail.draftId, now());
    await expect.poll(async () => (await goesOn()).kind).toBe("sent");
    expect(await arrived()).toMatchObject([{ subject: "Free" }]);
    expect(await view()).toMatchObject({ state: "changed", changed: { kind: "sent by hand" } });
    // An intent for it that came to nothing before makes it none of ours.
    await world.db
      .admin`insert into delivery_intents (team_id, delivery_id, attempt) select team_id, id, 1 from deliveries where draft_id = ${mail.draftId}`;
    expect((await view()).story.map(({ what }) => what)).toContain("Sent by hand from Outlook, not as signed");
    await world.admin("POST", "settings", { sentId: "stays" });
  },
);

test("nobody of another team settles it, or sees it", async () => {
  await changed("Hi", "Free");
  const { scope: stranger } = await seedTeam(world.db.admin);
  for (const verb of [
    putBack,
    acceptSent,
    (...[s, id, at]: Parameters<typeof putBack>) => signChanged(s, id, "0".repeat(64), at),
  ])
    expect(await code(verb(stranger, mail.draftId, now()))).toBe("not_found");
  expect((await readReviewQueue({ ...person(), ...stranger }, null, now())).rows).toEqual([]);
  expect(await settledAs()).toEqual([null]);
});
