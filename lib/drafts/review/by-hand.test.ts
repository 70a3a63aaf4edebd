import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inventPeople } from "@/db/seed/invent-people";
import { anyHour, seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedSingle } from "@/db/seed/seed-single";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import type { Member } from "../../auth/member";
import { launchShown } from "../../campaigns/launch/testing/launch-shown";
import { stubSettings } from "../../env/testing/stub-settings";
import { editDraft } from "../edit-draft";
import { rejectDraft } from "../reject-draft";
import { signDraft } from "../sign-draft";
import { takeBackRejection } from "../take-back-rejection";
import { takeBackSignature } from "../take-back-signature";
import { writeDrafts } from "../write/write-drafts";
import { byHand } from "./queue-of";
import { readDraftView } from "./read-draft-view";
import { readReviewQueue } from "./read-review-queue";

let db: TestDatabase;
let anna: { teamId: string; memberId: string };
let mailbox: string;
let people: string[];
/** A Tuesday at noon in UTC. */
const now = new Date("2026-11-24T12:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  anna = (await seedTeam(db.admin)).scope;
  mailbox = await seedMailbox(db.admin, anna.teamId);
  people = (await seedContacts(db.admin, anna.teamId, inventPeople(6, 50))).contactIds;
});

const member = () => ({ ...anna, timezone: "UTC", teamTimezone: "UTC" }) as Member;
const queue = (of: string | null = null) => readReviewQueue(member(), of, now);
const view = (id: string, at = now) => readDraftView(member(), id, at);
const write = (person = 0, mail: Parameters<typeof seedSingle>[3] = {}) =>
  seedSingle(db.admin, { ...anna, senderAccountId: mailbox }, people[person] ?? "", mail);
const chooseTime = (letterId: string, day: string, time: string, zone = "sender") =>
  db.admin`update letters set leave = 'at', leave_day = ${day}, leave_time = ${time}, leave_zone = ${zone} where id = ${letterId}`;
const sign = async (id: string) => signDraft(anna, id, (await view(id)).hash, now);
const slots = (draftId: string) =>
  db.admin<{ at: Date; status: string }[]>`select scheduled_for as at, status from scheduled_emails where draft_id = ${draftId}`;

async function launch() {
  const list = (await seedContacts(db.admin, anna.teamId, inventPeople(2, 0), { listName: "L" })).listId ?? "";
  const made = await seedCampaign(db.admin, anna.teamId, {
    name: "Spring",
    listId: list,
    senderAccountId: mailbox,
    reviewMode: "each",
    steps: [{ name: "Introduction", subject: "Hello", body: "<p>Hi</p>" }],
    settings: anyHour,
  });
  await launchShown(anna, made.campaignId, now);
  while ((await writeDrafts(anna, { campaignId: made.campaignId }, now)).more);
  return made.campaignId;
}

describe("the queue", () => {
  test("holds what was written by hand beside the campaigns’ drafts, says who wrote it, and can be narrowed to it", async () => {
    const campaignId = await launch();
    const { draftId } = await write();
    // A letter that was only opened is nothing to sign.
    const opened = await write(1);
    await db.admin`update letters set subject = '', body = '' where id = ${opened.letterId}`;
    await db.admin`update email_drafts set subject = 'Re: Hello', body = '<p></p>' where id = ${opened.draftId}`;
    const all = await queue();
    expect(all).toMatchObject({ waiting: 3, passing: 3, byHand: 1, campaigns: [{ id: campaignId, waiting: 2 }] });
    expect(all.rows.filter(({ hand }) => hand !== null)).toMatchObject([
      { id: draftId, hand: "Anna", state: "waits", subject: "Hello" },
    ]);
    expect(await queue(byHand)).toMatchObject({ waiting: 1, rows: [{ id: draftId }], nextDue: "" });
    expect((await queue(campaignId)).rows.map(({ hand }) => hand)).toEqual([null, null]);
    const others = { ...(await seedTeam(db.admin)).scope, timezone: "UTC", teamTimezone: "UTC" } as Member;
    expect(await readReviewQueue(others, byHand, now)).toMatchObject({ waiting: 0, rows: [] });
  });

  test("has those due first on top: by the time that was chosen, else by when they were begun", async () => {
    const [late, soon, begun] = [await write(0), await write(1), await write(2)];
    await chooseTime(late.letterId, "2026-12-24", "9:00");
    await chooseTime(soon.letterId, "2026-11-25", "9:00");
    await db.admin`update email_drafts set created_at = '2026-11-23T09:00:00Z' where id = ${begun.draftId}`;
    expect((await queue()).rows.map(({ id }) => id)).toEqual([begun.draftId, soon.draftId, late.draftId]);
  });

  test.each<[string, (one: { letterId: string; singleMailId: string; draftId: string }) => PromiseLike<unknown>]>([
    ["was discarded", ({ letterId }) => db.admin`update letters set discarded_at = now() where id = ${letterId}`],
    [
      "is over",
      ({ singleMailId }) =>
        db.admin`update single_mails set ended_reason = 'cancelled', ended_at = now() where id = ${singleMailId}`,
    ],
    ["was rejected", ({ draftId }) => rejectDraft(anna, draftId, "Wrong moment", now)],
    ["goes to somebody who is archived", () => db.admin`update contacts set archived_at = now() where id = ${people[0] ?? ""}`],
  ])("leaves out what %s", async (_, act) => {
    const one = await write();
    await act(one);
    expect(await queue()).toMatchObject({ waiting: 0, rows: [] });
  });

  test("says what cannot be signed, alike in the list and at the mail", async () => {
    const empty = await write(0, { body: "<p>&nbsp;</p>" });
    const untitled = await write(1, { subject: "" });
    await db.admin`update teams set postal_address = null where id = ${anna.teamId}`;
    const plain = await write(2, { isPlain: true });
    const footed = await write(3);
    const states = new Map((await queue()).rows.map(({ id, state }) => [id, state]));
    for (const [{ draftId }, may] of [
      [empty, false],
      [untitled, false],
      [plain, true],
      [footed, false],
    ] as const) {
      expect(states.get(draftId)).toBe(may ? "waits" : "warns");
      expect((await view(draftId)).mayBeSigned).toBe(may);
    }
    expect((await view(empty.draftId)).checks.filter(({ passes }) => !passes)).toMatchObject([
      { name: "footer" },
      { name: "text" },
    ]);
    expect((await view(plain.draftId)).html).not.toContain("Unsubscribe");
  });
});

describe("a mail by hand", () => {
  test("is shown with who wrote it, what it is and when it leaves, and no campaign", async () => {
    const { draftId, letterId } = await write();
    expect(await view(draftId)).toMatchObject({
      campaign: null,
      step: null,
      hand: { by: "Anna Keller", letterId, kind: "first mail" },
      state: "to sign",
      leaves: "at once",
      from: "anna@contoso.com",
      mayBeSigned: true,
      over: null,
    });
    expect((await view(draftId)).story.map(({ what }) => what)).toEqual([
      "Begun by Anna Keller",
      "Waits for a signature",
      "First mail leaves",
    ]);
  });

  test("says its time on the reader’s clock too where that is another", async () => {
    const { draftId, letterId } = await write();
    await chooseTime(letterId, "2026-11-25", "23:30");
    expect((await view(draftId)).leaves).toBe("Wed 25 Nov 23:30");
    await db.admin`update contacts set time_zone = 'America/New_York' where id = ${people[0] ?? ""}`;
    expect((await view(draftId)).leaves).toBe("Wed 25 Nov 23:30, 18:30 in New York");
    await db.admin`update contacts set time_zone = 'Asia/Tokyo' where id = ${people[0] ?? ""}`;
    expect((await view(draftId)).leaves).toBe("Wed 25 Nov 23:30, Thu 8:30 in Tokyo");
    await db.admin`insert into team_stops (team_id, stopped_by) values (${anna.teamId}, ${anna.memberId})`;
    expect((await view(draftId)).leaves).toBe("once sending is resumed");
  });

  test("has its slot as soon as it is signed, gives it back with the signature, and counts as signed today", async () => {
    const { draftId, letterId } = await write();
    await chooseTime(letterId, "2026-11-25", "9:00");
    await sign(draftId);
    expect(await slots(draftId)).toEqual([{ at: new Date("2026-11-25T09:00:00Z"), status: "pending" }]);
    expect(await view(draftId)).toMatchObject({ state: "signed", leaves: "Wed 25 Nov 9:00", seal: { by: "Anna Keller" } });
    expect(await queue()).toMatchObject({ waiting: 0, signedToday: 1, rows: [{ id: draftId, state: "signed", hand: "Anna" }] });
    expect(await queue(byHand)).toMatchObject({ signedToday: 1 });
    // By the team's day: where Anna reads the next one has begun.
    const reader = { ...member(), timezone: "Europe/Moscow" };
    expect(await readReviewQueue(reader, null, new Date("2026-11-24T23:00:00Z"))).toMatchObject({ signedToday: 1 });
    await takeBackSignature(anna, draftId, now);
    expect((await slots(draftId)).filter(({ status }) => status === "pending")).toEqual([]);
    expect(await view(draftId)).toMatchObject({
      state: "to sign",
      seal: { void: { cause: expect.stringContaining("Taken back") } },
    });
  });

  test("that waits although its time has come says what it waits for", async () => {
    const { draftId, singleMailId } = await write();
    await sign(draftId);
    await db.admin`update scheduled_emails set status = 'cancelled' where draft_id = ${draftId}`;
    await db.admin`update email_drafts set status = 'approved' where id = ${draftId}`;
    await db.admin`update single_mails set wait_reason = 'mailbox_signed_out' where id = ${singleMailId}`;
    expect((await view(draftId)).leaves).toBe("once reconnected");
    await db.admin`update single_mails set wait_reason = 'mailbox_day_used', next_at = '2026-11-25T08:00:00Z' where id = ${singleMailId}`;
    expect((await view(draftId)).leaves).toBe("from Wed 25 Nov 8:00");
  });

  test("that is rejected is over, and waits again when that is taken back", async () => {
    const { draftId } = await write();
    await sign(draftId);
    await rejectDraft(anna, draftId, "Wrong moment", now);
    expect(await view(draftId)).toMatchObject({ state: "rejected", over: "it was rejected" });
    expect((await slots(draftId)).filter(({ status }) => status === "pending")).toEqual([]);
    await takeBackRejection(anna, draftId, now);
    expect(await view(draftId)).toMatchObject({ state: "to sign", over: null });
    expect(await queue()).toMatchObject({ waiting: 1 });
  });

  test("that is over says why", async () => {
    const { draftId, singleMailId } = await write();
    await db.admin`update single_mails set ended_reason = 'suppressed', ended_at = now() where id = ${singleMailId}`;
    const shown = await view(draftId);
    expect(shown).toMatchObject({ state: "over", over: "its reader is suppressed" });
    expect(shown.story.map(({ what }) => what)).toContain("Ended, its reader is suppressed");
  });

  test("is edited as any other, which voids its signature", async () => {
    const { draftId } = await write();
    await sign(draftId);
    const { text } = await view(draftId);
    await editDraft(anna, draftId, { subject: "Other", body: "<p>Words</p>", seen: text }, now);
    expect(await view(draftId)).toMatchObject({ state: "to sign", subject: "Other", difference: { by: "Anna Keller" } });
  });

  test("follows the mail whose thread it joins", async () => {
    const first = await write();
    const [delivery] =
      await db.admin`insert into deliveries (team_id, draft_id, contact_id, sender_account_id, send_key, request_hash, state, accepted_at)
      values (${anna.teamId}, ${first.draftId}, ${people[0] ?? ""}, ${mailbox}, gen_random_uuid(), 'x', 'accepted', '2026-11-20T09:00:00Z') returning id`;
    const { draftId } = await write(0, { threadDeliveryId: String(delivery?.id) });
    const shown = await view(draftId);
    expect(shown.hand?.kind).toBe("follow-up");
    expect(shown.story[0]).toMatchObject({ what: "The mail it follows, sent", at: "Fri 20 Nov 9:00" });
    expect(shown.html).toContain('data-part="history"');
  });

  test("is of its team alone", async () => {
    const { draftId } = await write();
    const others = { ...(await seedTeam(db.admin)).scope, timezone: "UTC", teamTimezone: "UTC" } as Member;
    await expect(readDraftView(others, draftId, now)).rejects.toMatchObject({ code: "not_found" });
  });
});
