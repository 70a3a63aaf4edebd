import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ShownMail } from "../../../mail/compare/shown-mail";
import { writeClient } from "../../../microsoft/graph/clients";
import { findByMessageId } from "../../../microsoft/graph/find-message";
import { sendKeyHeader, sendKeyProperty } from "../../../microsoft/graph/send-key";
import { type MailWorld, startMail } from "../../../microsoft/graph/testing/start-mail";
import { feedCampaign } from "../../queue/feed-campaign";
import { giveConsent } from "../../testing/give-consent";
import { holdBack, letGo, standsAt } from "../../testing/place-of";
import { mailKinds, type ReadyMail, seedReadyMail } from "../../testing/seed-ready-mail";
import { ensureDelivery } from "../ensure-delivery";
import { sendDraftMail } from "../send-draft-mail";
import type { SendOutcome } from "../send-outcome";
import { holdChanged } from "./hold-changed";

let world: MailWorld;
let mail: ReadyMail;
/** How far the test's clock is ahead. */
let ahead: number;
const clock = () => new Date(Date.now() + ahead);

beforeAll(async () => {
  world = await startMail(process.env);
});
afterAll(() => world.end());

describe.each(mailKinds)("of a %s mail", (kind) => {
  beforeEach(async () => {
    ahead = 0;
    await world.admin("DELETE", "faults");
    await world.admin("POST", "settings", {
      moveDelayMs: 100,
      deliveryDelayMs: 20,
      lookupLagMs: 0,
      movedGoneMs: 0,
      sentId: "stays",
    });
    mail = await seedReadyMail(world.db.admin, new Date(Date.now() - 1000), { kind });
    await giveConsent(world.db.admin, mail);
  });

  const once = () => sendDraftMail(mail.scope, mail.draftId, mail.runId, world.mailbox, clock);
  const item = (graphId: string) => writeClient(world.mailbox).api(`/me/messages/${encodeURIComponent(graphId)}`);
  const act = (graphId: string, name: string) =>
    writeClient(world.mailbox).api(`/me/messages/${encodeURIComponent(graphId)}/${name}`);

  /** Makes the draft, which then waits: it is held back until the owner has done something with it. */
  async function laidIntoOutlook(): Promise<string> {
    const reason = await holdBack(world.db.admin, mail);
    expect(await once()).toMatchObject({ kind: "refused", refusal: { reason } });
    await letGo(world.db.admin, mail);
    return String((await ledger()).graph_id);
  }

  async function ledger() {
    const [row] = await world.db.admin`
    select d.*, (select count(*)::int from delivery_intents i where i.delivery_id = d.id) as intents,
      (select count(*)::int from sent_emails s where s.delivery_id = d.id) as sent,
      (select status::text from email_drafts where id = d.draft_id) as draft
    from deliveries d where d.draft_id = ${mail.draftId}`;
    if (!row) throw new Error("There is no ledger row.");
    return row;
  }

  const differences = () =>
    world.db
      .admin`select x.place, x.settled_as, x.found, x.differences from mail_differences x join deliveries d on d.id = x.delivery_id
    where d.draft_id = ${mail.draftId} order by x.found_at`;

  async function arrived() {
    await world.settle();
    return world.delivered(String((await ledger()).send_key));
  }

  async function untilSettled(): Promise<SendOutcome> {
    for (let round = 0; round < 30; round += 1) {
      const outcome = await once();
      const at = outcome.kind === "doubt" ? outcome.lookAt : outcome.kind === "later" ? outcome.at : null;
      if (!at) return outcome;
      // The sleep of the run itself; a minute of it is the test's clock alone, as the stand-in takes seconds.
      const ms = at.getTime() - clock().getTime();
      if (ms > 3000) ahead += ms;
      else await new Promise((done) => setTimeout(done, Math.max(10, ms)));
    }
    throw new Error("The mail was never settled.");
  }

  const held = { kind: "refused", refusal: { reason: "changed in Outlook" } };

  describe("a draft that its mailbox's owner changed in Outlook does not leave", () => {
    const body = (content: string) => ({ body: { contentType: "html", content } });
    const property = (graphId: string, id: string, value: string) =>
      item(graphId).patch({ singleValueExtendedProperties: [{ id, value }] });
    const someone = (address: string) => [{ emailAddress: { address, name: "Somebody" } }];
    test.each<[string, (graphId: string) => Promise<unknown>, string]>([
      ["its words", (id) => item(id).patch(body("<p>Hi, the first month is free</p>")), "words"],
      ["its recipient", (id) => item(id).patch({ toRecipients: someone("suppressed@x.example") }), "recipients"],
      ["a blind copy", (id) => item(id).patch({ bccRecipients: someone("b@x.example") }), "recipients"],
      ["where answers go", (id) => item(id).patch({ replyTo: someone("b@x.example") }), "recipients"],
      ["whom it is from", (id) => item(id).patch({ from: { emailAddress: { address: "ben@contoso.com" } } }), "from"],
      [
        "as whom it is from",
        (id) => item(id).patch({ from: { emailAddress: { address: "anna@contoso.com", name: "CEO" } } }),
        "from",
      ],
      ["its subject", (id) => item(id).patch({ subject: "Free" }), "subject"],
      ["how urgent it is", (id) => item(id).patch({ importance: "high" }), "settings"],
      ["that it asks for a receipt", (id) => item(id).patch({ isReadReceiptRequested: true }), "settings"],
      ["when it leaves", (id) => property(id, "SystemTime 0x3FEF", "2030-01-01T08:00:00Z"), "settings"],
      ["where one click unsubscribes", (id) => property(id, "String 0x1045", "<https://evil.example/u>"), "settings"],
      ["a file", (id) => act(id, "attachments").post({ name: "offer.pdf", contentBytes: "YWJj" }), "attachments"],
    ])("%s", async (_, change, field) => {
      const graphId = await laidIntoOutlook();
      await change(graphId);
      expect(await once()).toMatchObject(held);
      expect(await once()).toMatchObject(held);
      expect(await ledger()).toMatchObject({
        state: "queued",
        graph_id: null,
        made_as: null,
        intents: 0,
        sent: 0,
        draft: "approved",
      });
      const found = await differences();
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject({ place: "draft", settled_as: null });
      expect(found[0]?.differences.map((one: { field: string }) => one.field)).toContain(field);
      expect(await item(graphId).get()).toMatchObject({ isDraft: true, parentFolderId: await folder("deleteditems") });
      expect(await arrived()).toHaveLength(0);
    });

    test("waits for a person, and gets no slot as long as nobody has decided", async () => {
      await item(await laidIntoOutlook()).patch({ subject: "Free" });
      await once();
      if (kind === "campaign") await feedCampaign(mail.scope, mail.campaignId, clock());
      expect(await standsAt(world.db.admin, mail)).toMatchObject({ stands: "open", waits: "changed_in_outlook" });
      expect(
        await world.db.admin`select 1 from scheduled_emails where draft_id = ${mail.draftId} and status = 'pending'`,
      ).toEqual([]);
      const told = await world.db.admin`select verb, member_id from activities where team_id = ${mail.scope.teamId}`;
      expect(told).toContainEqual({ verb: "held a changed mail", member_id: null });
    });

    test("nor does it when we crash between moving it and writing that down", async () => {
      const graphId = await laidIntoOutlook();
      await item(graphId).patch({ subject: "Free" });
      await act(graphId, "move").post({ destinationId: "deleteditems" });
      expect(await once()).toMatchObject(held);
      expect(await differences()).toHaveLength(1);
      expect(await arrived()).toHaveLength(0);
    });

    test("nor does one that an earlier release made, which kept only what was signed", async () => {
      const graphId = await laidIntoOutlook();
      await world.db.admin`update deliveries set made_as = null where draft_id = ${mail.draftId}`;
      await item(graphId).patch({ bccRecipients: someone("b@x.example") });
      expect(await once()).toMatchObject(held);
    });

    test("nor does one that Exchange cannot show any more: a person decides", async () => {
      const graphId = await laidIntoOutlook();
      await world.admin("POST", "unreadable", { id: graphId, code: "ErrorContentConversionFailed" });
      expect(await once()).toMatchObject(held);
      expect(await ledger()).toMatchObject({ state: "queued", graph_id: null, intents: 0 });
      expect((await differences())[0]?.differences).toEqual([
        { field: "words", before: "", after: "What lies there now cannot be shown: ErrorContentConversionFailed" },
      ]);
      expect(await item(graphId).select("id,isDraft,parentFolderId").get()).toMatchObject({
        isDraft: true,
        parentFolderId: await folder("deleteditems"),
      });
      expect(await arrived()).toHaveLength(0);
    });

    test("nor one that is changed between two looks: two callers hold it once", async () => {
      await item(await laidIntoOutlook()).patch({ subject: "Free" });
      await Promise.all([once(), once(), once()]);
      expect(await differences()).toHaveLength(1);
      expect(await arrived()).toHaveLength(0);
    });
  });

  describe("a draft leaves once", () => {
    test("as it was made, and as an earlier release made it", async () => {
      expect((await untilSettled()).kind).toBe("sent");
      expect(await differences()).toEqual([]);
      const first = mail;
      mail = await seedReadyMail(world.db.admin, new Date(Date.now() - 1000), { kind });
      await laidIntoOutlook();
      await world.db.admin`update deliveries set made_as = null where draft_id = ${mail.draftId}`;
      expect((await untilSettled()).kind).toBe("sent");
      expect(await differences()).toEqual([]);
      expect(await arrived()).toHaveLength(1);
      mail = first;
      expect(await arrived()).toHaveLength(1);
    });

    test("where only its change key is another", async () => {
      await item(await laidIntoOutlook()).patch({ isRead: false });
      expect((await untilSettled()).kind).toBe("sent");
      expect(await arrived()).toHaveLength(1);
    });

    test("where only Outlook's own markup came to it, and its story says so", async () => {
      const graphId = await laidIntoOutlook();
      const { body } = await item(graphId).get();
      const content = String(body.content).replaceAll("<p>", '<p class="MsoNormal" style="margin:0in">');
      await item(graphId).patch({ body: { contentType: "html", content } });
      expect((await untilSettled()).kind).toBe("sent");
      expect(await arrived()).toHaveLength(1);
      expect(await differences()).toMatchObject([{ place: "draft", settled_as: "accepted", differences: [{ field: "markup" }] }]);
    });
  });

  test("a draft that cannot be read waits, and leaves once it can be", async () => {
    await laidIntoOutlook();
    for (const fault of [{ status: 503 }, { status: 500 }, { status: 429, retryAfter: "1" }]) {
      await world.admin("POST", "faults", {
        kind: "status-before",
        method: "GET",
        path: "/messages/[^/]+$",
        times: null,
        ...fault,
      });
      expect((await once()).kind).toBe("later");
      expect(await ledger()).toMatchObject({ state: "drafted", intents: 0 });
      await world.admin("DELETE", "faults");
    }
    expect(await arrived()).toHaveLength(0);
    // After the last fault the mailbox rests for the second that Microsoft asked for.
    await expect.poll(async () => (await untilSettled()).kind, { timeout: 10_000 }).toBe("sent");
    expect(await arrived()).toHaveLength(1);
  });

  test("a look at the draft that took too long lets nothing leave", async () => {
    await laidIntoOutlook();
    let asked = 0;
    // The clock runs on for six seconds while Graph answers.
    const slow = () => new Date(Date.now() + (asked++ > 2 ? 6000 : 0));
    await sendDraftMail(mail.scope, mail.draftId, mail.runId, world.mailbox, slow);
    expect(await ledger()).toMatchObject({ state: "drafted", sent: 0 });
    expect(await arrived()).toHaveLength(0);
  });

  describe("a draft that its owner deleted", () => {
    test("for good is made anew by itself after two looks, a minute apart, and leaves once", async () => {
      const graphId = await laidIntoOutlook();
      await act(graphId, "permanentDelete").post({});
      const first = await once();
      expect(first).toMatchObject({ kind: "later" });
      expect(first.kind === "later" && first.at.getTime() - clock().getTime()).toBeGreaterThan(58_000);
      ahead = 30_000;
      expect((await once()).kind).toBe("later");
      expect(await ledger()).toMatchObject({ state: "drafted", graph_id: graphId });
      ahead = 61_000;
      expect((await untilSettled()).kind).toBe("sent");
      expect((await ledger()).graph_id).not.toBe(graphId);
      expect(await ledger()).toMatchObject({ intents: 1, sent: 1 });
      expect(await arrived()).toHaveLength(1);
    });

    test("is not made anew where it comes back between the looks", async () => {
      const graphId = await laidIntoOutlook();
      await world.admin("POST", "faults", {
        kind: "status-before",
        status: 404,
        code: "ErrorItemNotFound",
        path: "/messages/[^/]+$",
        times: 2,
      });
      await world.db
        .admin`update deliveries set internet_message_id = '<x@y>', send_key = send_key || 'x' where draft_id = ${mail.draftId}`;
      expect((await once()).kind).toBe("later");
      expect(await ledger()).toMatchObject({ looks: 1 });
      ahead = 61_000;
      await untilSettled();
      expect(await ledger()).toMatchObject({ graph_id: graphId, sent: 1, looks: 0 });
    });

    test.each([
      ["lies among the deleted items", (id: string) => act(id, "move").post({ destinationId: "deleteditems" })],
      ["lies in another folder", (id: string) => act(id, "move").post({ destinationId: "archive" })],
      ["can still be recovered", (id: string) => item(id).delete()],
    ])("and that %s waits for a person, and is never made anew by itself", async (_, remove) => {
      await remove(await laidIntoOutlook());
      expect(await untilSettled()).toMatchObject(held);
      ahead += 3_600_000;
      expect(await once()).toMatchObject(held);
      expect(await differences()).toMatchObject([{ place: "draft", settled_as: null, differences: [] }]);
      expect(await arrived()).toHaveLength(0);
    });

    test("after it was handed over once is in doubt, and never made anew", async () => {
      const graphId = await laidIntoOutlook();
      const row = await ensureDelivery(mail.scope, mail.draftId, clock());
      await world.db
        .admin`insert into delivery_intents (team_id, delivery_id, attempt) values (${mail.scope.teamId}, ${row.id}, 1)`;
      await act(graphId, "permanentDelete").post({});
      expect((await untilSettled()).kind).toBe("review");
      expect(await ledger()).toMatchObject({ graph_id: graphId, sent: 0, intents: 1 });
      expect(await arrived()).toHaveLength(0);
    });
  });

  describe.each(["stays", "changes"])("a draft that its owner sent by hand, where its id %s", (sentId) => {
    beforeEach(() => world.admin("POST", "settings", { sentId }));

    function isSent(internetMessageId: string) {
      const sent = async () => (await findByMessageId(world.mailbox, internetMessageId)).some((one) => !one.isDraft);
      return expect.poll(sent, { timeout: 8000 }).toBe(true);
    }
    async function sentByHand(graphId: string) {
      const { internetMessageId } = await item(graphId).get();
      await act(graphId, "send").post("");
      await isSent(internetMessageId);
    }

    test("as it was signed counts as sent, and nothing leaves besides", async () => {
      await sentByHand(await laidIntoOutlook());
      expect((await untilSettled()).kind).toBe("sent");
      expect(await ledger()).toMatchObject({ state: "confirmed", intents: 0, sent: 1, draft: "sent" });
      expect((await ledger()).submitted_at).not.toBeNull();
      expect(await differences()).toEqual([]);
      expect(await arrived()).toHaveLength(1);
    });

    test("otherwise than signed counts as sent, and says so until somebody has seen it", async () => {
      const graphId = await laidIntoOutlook();
      await item(graphId).patch({ subject: "Free" });
      await sentByHand(graphId);
      expect((await untilSettled()).kind).toBe("sent");
      expect(await ledger()).toMatchObject({ state: "confirmed", intents: 0, sent: 1 });
      expect(await differences()).toMatchObject([{ place: "by hand", settled_as: null, differences: [{ field: "subject" }] }]);
      expect(await arrived()).toHaveLength(1);
    });

    test("as a copy of it counts as sent, and the draft itself goes", async () => {
      const graphId = await laidIntoOutlook();
      const { subject, body, toRecipients } = await item(graphId).get();
      const value = String((await ledger()).send_key);
      const key = [sendKeyProperty, sendKeyHeader].map((id) => ({ id, value }));
      const copy = { subject, body, toRecipients, singleValueExtendedProperties: key };
      const { id, internetMessageId } = await writeClient(world.mailbox).api("/me/messages").post(copy);
      await act(id, "send").post("");
      await isSent(internetMessageId);
      ahead = 61_000;
      expect((await untilSettled()).kind).toBe("sent");
      expect(await ledger()).toMatchObject({ state: "confirmed", intents: 0, sent: 1 });
      expect(await item(graphId).get()).toMatchObject({ isDraft: true, parentFolderId: await folder("deleteditems") });
      expect(await arrived()).toHaveLength(1);
    });

    test("this very moment is not sent a second time", async () => {
      await world.admin("POST", "settings", { moveDelayMs: 3000 });
      const graphId = await laidIntoOutlook();
      const { internetMessageId } = await item(graphId).get();
      await act(graphId, "send").post("");
      expect((await once()).kind).toBe("later");
      await isSent(internetMessageId);
      expect((await untilSettled()).kind).toBe("sent");
      expect(await ledger()).toMatchObject({ intents: 0, sent: 1 });
      expect(await arrived()).toHaveLength(1);
    });
  });

  test("what is held by one is not held again by another who read the ledger before", async () => {
    await laidIntoOutlook();
    const row = await ensureDelivery(mail.scope, mail.draftId, clock());
    const found = row.madeAs as ShownMail;
    expect(await holdChanged(mail.scope, row, { found, differences: [] }, clock())).toBe(true);
    expect(await holdChanged(mail.scope, row, { found, differences: [] }, clock())).toBe(false);
    expect(await differences()).toHaveLength(1);
  });

  async function folder(name: string): Promise<string> {
    return (await writeClient(world.mailbox).api(`/me/mailFolders/${name}`).get()).id;
  }
});
