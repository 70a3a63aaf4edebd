import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { buildDraftRequest } from "../../mail/build-draft-request";
import { type MailWorld, startMail } from "../../microsoft/graph/testing/start-mail";
import { giveConsent } from "../testing/give-consent";
import { holdBack, letGo, standsAt } from "../testing/place-of";
import { mailKinds, type ReadyMail, seedReadyMail } from "../testing/seed-ready-mail";
import { sendDraftMail } from "./send-draft-mail";
import type { SendOutcome } from "./send-outcome";

let world: MailWorld;
let mail: ReadyMail;
const clock = () => new Date();

beforeAll(async () => {
  world = await startMail(process.env);
});
afterAll(() => world.end());

describe.each(mailKinds)("of a %s mail", (kind) => {
  beforeEach(async () => {
    await world.admin("DELETE", "faults");
    await world.admin("POST", "settings", { moveDelayMs: 150, deliveryDelayMs: 20, lookupLagMs: 100, movedGoneMs: 100 });
    mail = await seedReadyMail(world.db.admin, new Date(Date.now() - 1000), { kind });
    await giveConsent(world.db.admin, mail);
  });

  const once = () => sendDraftMail(mail.scope, mail.draftId, mail.runId, world.mailbox, clock);

  /** What a run does: calls again at the time it is told, until the mail is settled. */
  async function untilSettled(): Promise<SendOutcome> {
    for (let round = 0; round < 30; round += 1) {
      const outcome = await once();
      const at = outcome.kind === "doubt" ? outcome.lookAt : outcome.kind === "later" ? outcome.at : null;
      if (!at) return outcome;
      // The sleep of the run itself. The clock cannot be moved on instead: the stand-in beside it takes its time by the real one.
      await new Promise((done) => setTimeout(done, Math.max(10, Math.min(at.getTime() - Date.now(), 2000))));
    }
    throw new Error("The mail was never settled.");
  }

  async function ledger() {
    const [row] = await world.db.admin<{ state: string; send_key: string; intents: number; sent: number; draft: string }[]>`
    select d.state, d.send_key, (select count(*)::int from delivery_intents i where i.delivery_id = d.id) as intents,
      (select count(*)::int from sent_emails s where s.delivery_id = d.id) as sent, (select status::text from email_drafts where id = d.draft_id) as draft
    from deliveries d where d.draft_id = ${mail.draftId}`;
    if (!row) throw new Error("There is no ledger row.");
    return row;
  }

  async function arrived() {
    await world.settle();
    return (await world.delivered((await ledger()).send_key)).length;
  }

  /** Microsoft's pages contradict each other on this; the ledger lives with both. */
  describe.each(["stays", "changes"])("where the id of a draft %s when it is sent", (sentId) => {
    beforeAll(() => world.admin("POST", "settings", { sentId }));

    test("a signed mail leaves once and is written down once, however often it is asked for", async () => {
      expect((await untilSettled()).kind).toBe("sent");
      expect((await once()).kind).toBe("sent");
      expect(await ledger()).toMatchObject({ state: "accepted", intents: 1, sent: 1, draft: "sent" });
      const [of] = await world.db
        .admin`select current_sequence_step as step from campaign_contacts where id::text = ${mail.campaignContactId}`;
      if (kind === "campaign") expect(of).toEqual({ step: 1 });
      else expect(await standsAt(world.db.admin, mail)).toEqual({ stands: "sent", waits: null, nextAt: null });
      expect(await arrived()).toBe(1);
    });

    test("two workers at once send one mail", async () => {
      await Promise.all([untilSettled(), untilSettled()]);
      expect(await arrived()).toBe(1);
      expect(await ledger()).toMatchObject({ sent: 1 });
    });

    describe("whatever Exchange does", () => {
      const faults: [string, Record<string, unknown>][] = [
        ["says 503 and did nothing", { kind: "status-before", status: 503, path: "/send$" }],
        ["says 429 and did nothing", { kind: "status-before", status: 429, retryAfter: "1", path: "/send$" }],
        ["says 504 after it sent", { kind: "status-after", status: 504, path: "/send$" }],
        ["says 500 after it sent", { kind: "status-after", status: 500, path: "/send$" }],
        ["cuts the line before sending", { kind: "drop-before", path: "/send$" }],
        ["cuts the line after sending", { kind: "drop-after", path: "/send$" }],
        ["answers 202 with Retry-After", { kind: "202-retry-after", path: "/send$", retryAfter: "3" }],
        ["says 403 after it sent", { kind: "status-after", status: 403, path: "/send$" }],
      ];
      test.each(faults)("the mail arrives once when it %s", async (_, fault) => {
        await world.admin("POST", "faults", { ...fault, times: 1 });
        expect((await untilSettled()).kind).toBe("sent");
        expect(await ledger()).toMatchObject({ sent: 1, draft: "sent" });
        expect(await arrived()).toBe(1);
      });

      test("a mail that Exchange holds for longer than all looks is not sent again", async () => {
        await world.admin("POST", "settings", { moveDelayMs: 6000 });
        await world.admin("POST", "faults", { kind: "status-after", status: 504, path: "/send$", times: 1 });
        expect((await untilSettled()).kind).toBe("sent");
        expect(await ledger()).toMatchObject({ state: "confirmed", intents: 1, sent: 1 });
        expect(await arrived()).toBe(1);
      });
    });
  });

  test("a mail that is never taken waits for a person in the end, and was asked for twice at most", async () => {
    await world.admin("POST", "faults", { kind: "status-before", status: 503, path: "/send$", times: null });
    expect((await untilSettled()).kind).toBe("review");
    expect(await ledger()).toMatchObject({ state: "review", intents: 2, sent: 0 });
    expect(await arrived()).toBe(0);
  });

  test("a mail whose text changed after it was signed does not leave", async () => {
    await world.db.admin`update email_drafts set edited_body = '<p>Other</p>' where id = ${mail.draftId}`;
    expect(await untilSettled()).toMatchObject({ kind: "refused", refusal: { reason: "changed since it was signed" } });
    expect(await arrived()).toBe(0);
  });

  test("a text that is changed and signed again after its draft was made leaves as signed last", async () => {
    const reason = await holdBack(world.db.admin, mail);
    expect(await untilSettled()).toMatchObject({ kind: "refused", refusal: { reason } });
    await world.db.admin`update email_drafts set edited_body = '<p>The newer text</p>' where id = ${mail.draftId}`;
    const { hash } = await withTeam(mail.scope, (tx) => buildDraftRequest(tx, mail.draftId));
    await world.db.admin`update signatures set hash = ${hash} where draft_id = ${mail.draftId}`;
    await letGo(world.db.admin, mail);
    expect((await untilSettled()).kind).toBe("sent");
    expect(await arrived()).toBe(1);
    const [one] = await world.delivered((await ledger()).send_key);
    expect(JSON.stringify(one)).toContain("The newer text");
  });
});
