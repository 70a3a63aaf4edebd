import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { acceptDomain } from "../domains/accept-domain";
import { keepProofs } from "../domains/keep-proofs";
import type { Proof } from "../domains/proof";
import { stubSettings } from "../env/testing/stub-settings";
import { ensureDelivery } from "./ledger/ensure-delivery";
import { writeIntent } from "./ledger/write-intent";
import { feedCampaign } from "./queue/feed-campaign";
import { mailKinds, type ReadyMail, seedFollowUp, seedNextReadyMail, seedReadyMail } from "./testing/seed-ready-mail";

/** What waits for a domain that does not prove its mail: at the last check, in the queue and in the words. */
let db: TestDatabase;
let mail: ReadyMail;
const now = new Date("2026-11-24T15:00:00Z");
const ago = (hours: number, minutes = 0) => new Date(now.getTime() - (hours * 60 + minutes) * 60_000);

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());

const proofs = (...states: Proof["state"][]): Proof[] =>
  (["spf", "dkim", "dmarc"] as const).map((kind, index) => ({
    kind,
    state: states[index] ?? "sound",
    code: null,
    found: [],
    about: null,
    records: [],
  }));
const failing = proofs("sound", "sound", "failing");
const look = (states: Proof[], at: Date) => keepProofs(mail.scope, "contoso.com", states, at);
const accept = (failingSince: Date, at: Date) =>
  acceptDomain(mail.scope, { domain: "contoso.com", failingSince, reason: "moving hosts" }, at);

/** Asks the last check for a mail that lies in its mailbox. @returns why it may not leave, or "leaves". */
async function intent(of = mail, at = now): Promise<string> {
  const { id } = await ensureDelivery(of.scope, of.draftId, at);
  await db.admin`update deliveries set state = 'drafted', graph_id = 'AAk' where id = ${id}`;
  const answer = await writeIntent(of.scope, id, of.runId, () => at);
  return "refused" in answer ? answer.refused.reason : "leaves";
}

describe.each(mailKinds)("of a %s mail", (kind) => {
  beforeEach(async () => {
    mail = await seedReadyMail(db.admin, now, { followUps: 1, kind });
  });

  describe("a first mail", () => {
    test.each<[string, () => Promise<unknown>, string]>([
      ["leaves where nobody looked yet", async () => {}, "leaves"],
      ["leaves while all are sound", () => look(proofs(), ago(100)), "leaves"],
      ["leaves 71 hours and 59 minutes after it began to fail", () => look(failing, ago(71, 59)), "leaves"],
      ["waits after 72 hours", () => look(failing, ago(72)), "domain unproven"],
      [
        "waits, though nobody answered in between",
        async () => [await look(failing, ago(80)), await look(proofs("unknown", "unknown", "unknown"), ago(1))],
        "domain unproven",
      ],
      ["leaves where for days nobody answered", () => look(proofs("unknown", "unknown", "unknown"), ago(200)), "leaves"],
      ["leaves once it is mended", async () => [await look(failing, ago(80)), await look(proofs(), ago(1))], "leaves"],
      [
        "leaves where it was mended for a while and failed again two days ago",
        async () => [await look(failing, ago(200)), await look(proofs(), ago(60)), await look(failing, ago(48))],
        "leaves",
      ],
      [
        "leaves where an administrator sends all the same",
        async () => [await look(failing, ago(80)), await accept(ago(80), ago(1))],
        "leaves",
      ],
      [
        "waits where that was said of an earlier failing",
        async () => [
          await look(failing, ago(300)),
          await accept(ago(300), ago(290)),
          await look(proofs(), ago(200)),
          await look(failing, ago(80)),
        ],
        "domain unproven",
      ],
      [
        "leaves where it is another domain that fails",
        () => keepProofs(mail.scope, "mail.contoso.com", failing, ago(80)),
        "leaves",
      ],
    ])("%s", async (_, given, expected) => {
      await given();
      expect(await intent()).toBe(expected);
    });
  });

  test("a follow-up leaves all the same", async () => {
    expect(await intent()).toBe("leaves");
    await db.admin`update deliveries set state = 'accepted', accepted_at = ${ago(50)} where draft_id = ${mail.draftId}`;
    if (kind === "campaign")
      await db.admin`update campaign_contacts set status = 'in_progress', current_sequence_step = 1, due_at = ${now}, last_email_sent_at = ${ago(50)}
    where id = ${mail.campaignContactId}`;
    const later = ago(-100);
    const next = await seedFollowUp(db.admin, mail, 2, later);
    await look(failing, ago(80));
    const first = await seedNextReadyMail(db.admin, mail, later);
    expect([await intent(first, later), await intent(next, later)]).toEqual(["domain unproven", "leaves"]);
  });
});

describe("in the queue", () => {
  const slots = async () =>
    Number(
      (
        await db.admin`select count(*)::int as n from scheduled_emails where campaign_id = ${mail.campaignId} and status = 'pending'`
      )[0]?.n,
    );
  const reason = async () =>
    (await db.admin`select wait_reason as reason from campaign_contacts where id = ${mail.campaignContactId}`)[0]?.reason;
  beforeEach(async () => {
    mail = await seedReadyMail(db.admin, now, { followUps: 1 });
    await db.admin`delete from scheduled_emails where campaign_id = ${mail.campaignId}`;
    await db.admin`update email_drafts set status = 'approved' where id = ${mail.draftId}`;
    await db.admin`update campaign_contacts set run_id = null where id = ${mail.campaignContactId}`;
  });

  test("first mails get no slot and say why; mended or accepted, they get one at the next look", async () => {
    await look(failing, ago(80));
    await feedCampaign(mail.scope, mail.campaignId, now);
    expect([await slots(), await reason()]).toEqual([0, "domain_unproven"]);
    await look(proofs(), now);
    await feedCampaign(mail.scope, mail.campaignId, now);
    expect(await slots()).toBe(1);
    expect(await reason()).not.toBe("domain_unproven");
  });

  test("they get slots while the three days run", async () => {
    await look(failing, ago(71, 59));
    await feedCampaign(mail.scope, mail.campaignId, now);
    expect(await slots()).toBe(1);
  });
});
