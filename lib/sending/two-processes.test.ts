import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type Clock, databaseClock } from "@/db/access/database-clock";
import { readRows } from "@/db/access/read-rows";
import { type MailWorld, startMail } from "../microsoft/graph/testing/start-mail";
import { sendDraftMail } from "./ledger/send-draft-mail";
import { restUntil } from "./run/rest-until";
import { sendPlanned } from "./run/send-planned";
import { giveConsent } from "./testing/give-consent";
import { holdBack, letGo } from "./testing/place-of";
import { mailKinds, type ReadyMail, seedReadyMail } from "./testing/seed-ready-mail";

/** What one process does while another stands still, is held up, or believes that it is later. */
let world: MailWorld;
let mail: ReadyMail;
const hourMs = 3_600_000;

beforeAll(async () => {
  world = await startMail({ ...process.env, DOUBT_SCHEDULE: "0.05,0.05" });
});
afterAll(() => world.end());
describe.each(mailKinds)("of a %s mail", (kind) => {
  beforeEach(async () => {
    await world.admin("POST", "reset", {});
    mail = await ready(new Date(Date.now() - 1000));
  });
  afterEach(() => vi.useRealTimers());

  async function ready(slot: Date) {
    const made = await seedReadyMail(world.db.admin, slot, { kind });
    await giveConsent(world.db.admin, made);
    return made;
  }
  const once = () => sendDraftMail(mail.scope, mail.draftId, mail.runId, world.mailbox);
  const asked = async () =>
    ((await world.admin("GET", "calls")) as { method: string; path: string }[]).filter(
      ({ method, path }) => method === "POST" && path.endsWith("/send"),
    ).length;
  const row = async () =>
    (
      await world.db.admin`select d.state, d.resends, d.send_key as key, d.next_look_at as look,
      (select count(*)::int from delivery_intents i where i.delivery_id = d.id) as intents from deliveries d where d.draft_id = ${mail.draftId}`
    )[0];
  /** From now on this process believes that it is an hour later. */
  const goAhead = () => vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + hourMs });

  test("a call that is held for longer than all looks take is never followed by a second, and the mail arrives once", async () => {
    // An item that was handed over twice before it moves is delivered twice.
    await world.admin("POST", "settings", { moveDelayMs: 3000, deliveryDelayMs: 20, lookupLagMs: 50 });
    await world.admin("POST", "holds", { point: "before", method: "POST", path: "/send$" });
    // Given up after a second; the looks are used up long before a held call can have ended.
    expect(await once()).toMatchObject({ kind: "doubt" });
    const heldUntil = performance.now() + 800;
    while (performance.now() < heldUntil) await once();
    expect(await asked()).toBe(1);
    await world.admin("DELETE", "holds");
    await expect.poll(async () => (await once()).kind, { timeout: 15_000, interval: 100 }).toBe("sent");
    await world.settle();
    expect(await row()).toMatchObject({ state: "confirmed", resends: 0, intents: 1 });
    expect(await world.delivered(String((await row())?.key))).toHaveLength(1);
  });

  test("a process whose clock is an hour ahead sends nothing before its slot, and then once", async () => {
    await world.admin("POST", "settings", { moveDelayMs: 100, deliveryDelayMs: 20, lookupLagMs: 50 });
    const slot = new Date(Date.now() + hourMs / 2);
    mail = await ready(slot);
    goAhead();
    expect(await sendPlanned(mail.scope, mail)).toEqual({ kind: "again", at: slot.toISOString() });
    expect(await row()).toMatchObject({ state: "queued", intents: 0 });
    await world.db.admin`update scheduled_emails set scheduled_for = clock_timestamp() where draft_id = ${mail.draftId}`;
    expect(await sendPlanned(mail.scope, mail)).toEqual({ kind: "sent" });
    await expect.poll(async () => (await world.delivered(String((await row())?.key))).length).toBe(1);
  });

  test("a run rests for as long as the database says, never for less than a second", async () => {
    goAhead();
    const rest = await restUntil(mail.scope.teamId, new Date(Date.now() - hourMs / 2).toISOString());
    expect(rest).toBeGreaterThan(hourMs / 2 - 10_000);
    expect(rest).toBeLessThanOrEqual(hourMs / 2 + 1000);
    expect(rest % 1000).toBe(0);
    expect(await restUntil(mail.scope.teamId, new Date(Date.now() - 2 * hourMs).toISOString())).toBe(1000);
  });

  test("a process that stood still between its last check and its call does not make the call", async () => {
    await world.admin("POST", "settings", { moveDelayMs: 100, deliveryDelayMs: 20, lookupLagMs: 50 });
    const real = performance.now.bind(performance);
    const standStill: Clock = async (tx) => {
      const at = await databaseClock(tx);
      const [handedOver] = await readRows(tx, sql`select 1 from deliveries where state = 'submitting'`);
      if (handedOver) vi.spyOn(performance, "now").mockImplementation(() => real() + 6000);
      return at;
    };
    expect(await sendDraftMail(mail.scope, mail.draftId, mail.runId, world.mailbox, standStill)).toMatchObject({ kind: "doubt" });
    vi.restoreAllMocks();
    expect(await row()).toMatchObject({ intents: 1 });
    expect(await asked()).toBe(0);
  });

  test("a process that wakes after another took its mail over neither makes its call nor gives the other's intent up", async () => {
    await world.admin("POST", "settings", { moveDelayMs: 100, deliveryDelayMs: 20, lookupLagMs: 50 });
    const { admin } = world.db;
    // The moment its intent is written, a minute passes, in which another process handed the mail over anew.
    await admin.unsafe(`create function take_over() returns trigger language plpgsql security definer as $$ begin
      update deliveries set resends = 1, submitted_at = new.submitted_at + interval '1 minute' where id = new.id; return null; end $$;
    create trigger take_over after update on deliveries for each row when (old.state = 'drafted' and new.state = 'submitting')
      execute function take_over()`);
    const minuteLater: Clock = async (tx) => {
      const at = await databaseClock(tx);
      const [handedOver] = await readRows(tx, sql`select 1 from deliveries where state = 'submitting'`);
      return handedOver ? new Date(at.getTime() + 60_000) : at;
    };
    try {
      expect(await sendDraftMail(mail.scope, mail.draftId, mail.runId, world.mailbox, minuteLater)).toMatchObject({
        kind: "later",
      });
    } finally {
      await admin.unsafe("drop function take_over cascade");
    }
    expect(await asked()).toBe(0);
    expect(await row()).toMatchObject({ state: "submitting", resends: 1 });
  });

  test("a mail that was handed over once still says so after an intent for it was given up", async () => {
    const { admin } = world.db;
    await holdBack(admin, mail);
    await once();
    await letGo(admin, mail);
    const handedOver = new Date(Date.now() - hourMs);
    await admin`update deliveries set resends = 1, submitted_at = ${handedOver} where draft_id = ${mail.draftId}`;
    const minuteLater: Clock = async (tx) => {
      const at = await databaseClock(tx);
      const [given] = await readRows(tx, sql`select 1 from deliveries where state = 'submitting'`);
      return given ? new Date(at.getTime() + 60_000) : at;
    };
    expect((await sendDraftMail(mail.scope, mail.draftId, mail.runId, world.mailbox, minuteLater)).kind).toBe("later");
    const [given] = await admin`select state, submitted_at from deliveries where draft_id = ${mail.draftId}`;
    expect(given).toEqual({ state: "drafted", submitted_at: handedOver });
  });
});
