import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type MailWorld, startMail } from "../../../microsoft/graph/testing/start-mail";
import { giveConsent } from "../../testing/give-consent";
import { holdBack, letGo } from "../../testing/place-of";
import { mailKinds, type ReadyMail, seedReadyMail } from "../../testing/seed-ready-mail";
import { sendDraftMail } from "../send-draft-mail";

/** A draft that look-ups show, while nothing is under its id: for a moment where it moves, and for ever where Exchange contradicts itself. */
let world: MailWorld;
let mail: ReadyMail;
let ahead: number;
const clock = () => new Date(Date.now() + ahead);

beforeAll(async () => {
  world = await startMail(process.env);
});
afterAll(() => world.end());

describe.each(mailKinds)("of a %s mail", (kind) => {
  const once = () => sendDraftMail(mail.scope, mail.draftId, mail.runId, world.mailbox, clock);
  const ledger = async () =>
    (
      await world.db.admin`select state, looks, next_look_at, send_key,
        (select wait_reason from campaign_contacts c where c.id = d.campaign_contact_id) as campaign_reason,
        (select wait_reason from single_mails h where h.draft_id = d.draft_id) as single_reason,
        (select differences from mail_differences x where x.delivery_id = d.id) as differences
      from deliveries d where draft_id = ${mail.draftId}`
    )[0];
  const cannotBeRead = (times: number | null) =>
    world.admin("POST", "faults", {
      ...{ kind: "status-before", status: 404, code: "ErrorItemNotFound", method: "GET", path: "/messages/[^/]+$", times },
    });

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
    await holdBack(world.db.admin, mail);
    await once();
    await letGo(world.db.admin, mail);
  });

  test("what is shown and can never be read is looked at ever more rarely, and then a person is told", async () => {
    await cannotBeRead(null);
    const waits: number[] = [];
    for (let outcome = await once(); outcome.kind === "later" && waits.length < 20; outcome = await once()) {
      const ms = outcome.at.getTime() - clock().getTime();
      waits.push(Math.round(ms / 1000));
      // Asked again before its time it does not look again.
      expect((await ledger())?.looks).toBe(waits.length + 1);
      expect((await once()).kind).toBe("later");
      expect((await ledger())?.looks).toBe(waits.length + 1);
      ahead += ms + 100;
    }
    expect(waits.map((seconds) => Math.round(Math.log2(seconds / 5)))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(await ledger()).toMatchObject({
      state: "queued",
      [`${kind}_reason`]: "changed_in_outlook",
      differences: [{ field: "words", after: expect.stringContaining("cannot be shown") }],
    });
    const { send_key: key } = (await ledger()) ?? {};
    await world.settle();
    expect(await world.delivered(String(key))).toEqual([]);
  }, 60_000);

  test("what can be read again leaves once, as if it had never been out of sight", async () => {
    // Each look asks twice under its id.
    await cannotBeRead(4);
    for (const looks of [2, 3]) {
      expect((await once()).kind).toBe("later");
      expect((await ledger())?.looks).toBe(looks);
      ahead += 11_000;
    }
    expect((await once()).kind).toBe("sent");
    const { send_key: key } = (await ledger()) ?? {};
    await world.settle();
    expect(await world.delivered(String(key))).toHaveLength(1);
  });
});
