import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { seedDelivery } from "@/db/seed/seed-enrolment";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import type { Member } from "../../auth/member";
import { stopAll } from "../../campaigns/stop-all";
import { takeBackSignature } from "../../drafts/take-back-signature";
import { stubSettings } from "../../env/testing/stub-settings";
import { standsAt } from "../../sending/testing/place-of";
import { mailKinds, type ReadyMail, seedNextReadyMail, seedReadyMail } from "../../sending/testing/seed-ready-mail";
import { actOnMany } from "./act-on-many";
import { cancelMail } from "./cancel-mail";
import { moveMail } from "./move-mail";
import { sendNow } from "./send-now";
import { takeBackCancel } from "./take-back-cancel";
import { takeBackSendNow } from "./take-back-send-now";

let db: TestDatabase;
const now = new Date("2026-11-24T15:00:00Z");
const slot = new Date("2026-11-24T18:20:00Z");
const seconds = (some: number) => new Date(now.getTime() + some * 1000);
const at = (text: string) => new Date(`2026-11-${text}Z`);

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());

const memberOf = (scope: { teamId: string; memberId: string }) =>
  ({ ...scope, role: "member", name: "Anna", timezone: "UTC", teamTimezone: "UTC" }) as Member;
const slotOf = async ({ draftId }: ReadyMail) => {
  const [row] =
    await db.admin`select e.status, e.scheduled_for as at, e.moved_from as "from", e.moved_by as by, e.cancelled_by as canceller, e.cancel_reason as reason
    from scheduled_emails e where e.draft_id = ${draftId} order by e.status = 'pending' desc, e.created_at desc limit 1`;
  return row;
};
const runOf = async ({ kind, campaignContactId, singleMailId }: ReadyMail) => {
  const [row] =
    kind === "campaign"
      ? await db.admin`select run_id as run from campaign_contacts where id = ${campaignContactId}`
      : await db.admin`select run_id as run from single_mails where id = ${singleMailId ?? null}`;
  return String(row?.run);
};
const logOf = async ({ scope }: ReadyMail) =>
  (await db.admin`select verb, detail from activities where team_id = ${scope.teamId} order by at, id`).map(({ verb }) => verb);
const saysOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: { code?: string; message: string }) => `${error.code}: ${error.message}`,
  );

describe.each(mailKinds)("a mail of kind %s", (kind) => {
  let mail: ReadyMail;
  let anna: Member;
  beforeEach(async () => {
    mail = await seedReadyMail(db.admin, slot, { kind });
    anna = memberOf(mail.scope);
  });

  test("leaves at once by a new run, is logged once however often it is asked, and can be taken back to its time", async () => {
    const asked = await Promise.all([sendNow(anna, mail.draftId, now), sendNow(anna, mail.draftId, now)]);
    expect(asked.map((one) => one.at)).toEqual([seconds(8).toISOString(), seconds(8).toISOString()]);
    expect(await slotOf(mail)).toMatchObject({ status: "pending", at: seconds(8), from: slot, by: anna.memberId });
    const run = await runOf(mail);
    expect(run).not.toBe(mail.runId);
    expect(await logOf(mail)).toEqual(["sent a mail now"]);
    expect(await takeBackSendNow(anna, mail.draftId, seconds(6))).toMatchObject({ at: slot.toISOString() });
    expect(await takeBackSendNow(anna, mail.draftId, seconds(7))).toMatchObject({ at: slot.toISOString() });
    expect(await slotOf(mail)).toMatchObject({ status: "pending", at: slot, from: null, by: null });
    expect(await runOf(mail)).not.toBe(run);
    expect(await logOf(mail)).toEqual(["sent a mail now", "moved a mail"]);
    expect(await db.admin`select 1 from signatures where draft_id = ${mail.draftId} and voided_at is null`).toHaveLength(1);
  });

  test("is not sent now while all is stopped, nor from a mailbox that is signed out", async () => {
    await db.admin`insert into team_stops (team_id) values (${mail.scope.teamId})`;
    expect(await saysOf(sendNow(anna, mail.draftId, now))).toContain("blocked: All sending is stopped.");
    await db.admin`delete from team_stops where team_id = ${mail.scope.teamId}`;
    await db.admin`update sender_accounts set status = 'signed_out' where id = ${mail.senderAccountId}`;
    expect(await saysOf(sendNow(anna, mail.draftId, now))).toContain("has been signed out, so nothing leaves from it.");
    expect(await slotOf(mail)).toMatchObject({ at: slot, by: null });
  });

  test("moves to a time to come, earlier or later, under a new run, and back", async () => {
    const early = at("24T16:00:00");
    expect(await moveMail(anna, mail.draftId, early, now)).toMatchObject({ from: slot.toISOString(), to: early.toISOString() });
    expect(await slotOf(mail)).toMatchObject({ at: early, from: slot, by: anna.memberId });
    const run = await runOf(mail);
    await moveMail(anna, mail.draftId, early, now);
    expect(await runOf(mail)).toBe(run);
    await moveMail(anna, mail.draftId, slot, now);
    expect(await slotOf(mail)).toMatchObject({ at: slot });
    expect(await logOf(mail)).toEqual(["moved a mail", "moved a mail"]);
    expect(await saysOf(moveMail(anna, mail.draftId, at("24T14:00:00"), now))).toContain("invalid: today 14:00 has passed.");
  });

  test("that somebody moved meanwhile stays where they moved it, unless that was seen", async () => {
    const [row] = await db.admin`insert into members (team_id, tid, name, email, role, status, oid)
      select team_id, tid, 'Ben', 'ben@contoso.com', 'member', 'active', gen_random_uuid() from members where id = ${anna.memberId} returning id`;
    const ben = { ...anna, memberId: String(row?.id) };
    await moveMail(ben, mail.draftId, at("25T09:00:00"), now, slot);
    expect(await saysOf(moveMail(anna, mail.draftId, at("25T10:00:00"), now, slot))).toBe(
      "conflict: Ben moved it to Wed 25 Nov 9:00 meanwhile. Nothing was changed.",
    );
    await moveMail(anna, mail.draftId, at("25T10:00:00"), now, at("25T09:00:00"));
    expect(await slotOf(mail)).toMatchObject({ at: at("25T10:00:00"), by: anna.memberId });
  });

  test("is cancelled by whom and when, and comes back within seconds", async () => {
    const [first, second] = [await cancelMail(anna, mail.draftId, now), await cancelMail(anna, mail.draftId, seconds(1))];
    expect(first.was).toBeNull();
    expect(second.was).toContain("You ");
    expect(await slotOf(mail)).toMatchObject({ status: "cancelled", canceller: anna.memberId, reason: "Cancelled" });
    expect((await standsAt(db.admin, mail)).stands).toBe(kind === "single" ? "cancelled" : "stopped by hand");
    expect(await logOf(mail)).toEqual(["cancelled a mail"]);
    const back = await takeBackCancel(anna, mail.draftId, seconds(7));
    expect((await standsAt(db.admin, mail)).stands).toBe("open");
    expect(await logOf(mail)).toEqual(["cancelled a mail", "took a cancelling back"]);
    if (kind === "single") {
      expect(back.at).toBe(slot.toISOString());
      expect(await slotOf(mail)).toMatchObject({ status: "pending", at: slot, canceller: null });
      expect(await runOf(mail)).not.toBe(mail.runId);
      expect((await takeBackCancel(anna, mail.draftId, seconds(8))).at).toBe(slot.toISOString());
    } else expect(await slotOf(mail)).toMatchObject({ status: "cancelled", canceller: null });
  });

  test("stays cancelled after those seconds, or where its signature was taken back", async () => {
    await cancelMail(anna, mail.draftId, now);
    expect(await saysOf(takeBackCancel(anna, mail.draftId, seconds(60)))).toContain("conflict: It was cancelled a while ago");
    await takeBackSignature(mail.scope, mail.draftId, seconds(2));
    expect(await saysOf(takeBackCancel(anna, mail.draftId, seconds(3)))).toContain("conflict: Its signature was taken back");
  });

  test("that was handed over is left alone, and says when it left", async () => {
    await seedDelivery(db.admin, mail.draftId, { state: "confirmed", at: at("24T12:42:00") });
    for (const act of [sendNow, cancelMail, takeBackSendNow])
      expect(await saysOf(act(anna, mail.draftId, now))).toBe("conflict: It has left at 12:42.");
    expect(await saysOf(moveMail(anna, mail.draftId, at("25T09:00:00"), now))).toBe("conflict: It has left at 12:42.");
    await db.admin`update deliveries set state = 'submitting' where draft_id = ${mail.draftId}`;
    expect(await saysOf(sendNow(anna, mail.draftId, now))).toBe("conflict: It was handed over at 12:42, and may have left.");
    expect(await logOf(mail)).toEqual([]);
  });

  test("is not another team's business", async () => {
    const stranger = memberOf((await seedTeam(db.admin)).scope);
    for (const act of [sendNow, takeBackSendNow, cancelMail, takeBackCancel])
      expect(await saysOf(act(stranger, mail.draftId, now))).toContain("not_found");
    expect(await saysOf(moveMail(stranger, mail.draftId, at("25T09:00:00"), now))).toContain("not_found");
    expect(await slotOf(mail)).toMatchObject({ status: "pending", at: slot, by: null });
  });

  test("without a live signature has no time to change", async () => {
    await takeBackSignature(mail.scope, mail.draftId, now);
    for (const act of [sendNow, cancelMail])
      expect(await saysOf(act(anna, mail.draftId, now))).toContain("conflict: Its signature was taken back meanwhile");
  });

  test("is acted on with others, and only what cannot be done is refused", async () => {
    const other = await seedNextReadyMail(db.admin, mail, slot);
    await seedDelivery(db.admin, other.draftId, { state: "confirmed", at: at("24T12:42:00") });
    const both = [mail.draftId, other.draftId];
    const refused = async (act: Parameters<typeof actOnMany>[2], when = now) =>
      (await actOnMany(anna, both, act, when)).map((one) => one.refused);
    expect(await refused({ kind: "move", minutes: 60 })).toEqual([null, "It has left at 12:42."]);
    expect(await slotOf(mail)).toMatchObject({ at: at("24T19:20:00") });
    expect(await refused({ kind: "send" })).toEqual([null, "It has left at 12:42."]);
    expect(await refused({ kind: "take back send" }, seconds(3))).toEqual([null, "It has left at 12:42."]);
    expect(await slotOf(mail)).toMatchObject({ at: at("24T19:20:00") });
    expect(await refused({ kind: "cancel" })).toEqual([null, "It has left at 12:42."]);
    expect(await refused({ kind: "take back cancel" }, seconds(3))).toEqual([null, "It has left at 12:42."]);
  });
});

describe("a campaign's mail", () => {
  let mail: ReadyMail;
  let anna: Member;
  beforeEach(async () => {
    mail = await seedReadyMail(db.admin, slot);
    anna = memberOf(mail.scope);
    await db.admin`update campaigns set name = 'Supplier invoices' where id = ${mail.campaignId}`;
    await db.admin`update campaign_settings set send_window_start = '9:00', send_window_end = '17:00',
      send_days = '{monday,tuesday,wednesday,thursday,friday}', timezone = 'America/New_York' where campaign_id = ${mail.campaignId}`;
  });

  test("is refused outside its window with the rule, and where it opens next", async () => {
    const night =
      "blocked: Supplier invoices sends Mon to Fri, 9:00 to 17:00 in New York. It opens next Wed 25 Nov 14:00. Nothing was changed.";
    expect(await saysOf(moveMail(anna, mail.draftId, at("25T03:00:00"), now))).toBe(night);
  });

  test("is refused before its delay is over, or while somebody is away", async () => {
    await db.admin`update campaign_contacts set current_sequence_step = 1, last_email_sent_at = ${at("23T14:00:00")}, due_at = ${at("30T14:00:00")}
      where id = ${mail.campaignContactId}`;
    expect(await saysOf(moveMail(anna, mail.draftId, at("25T15:00:00"), now))).toContain(
      "not before Mon 30 Nov 14:00. Nothing was changed.",
    );
    expect(await saysOf(sendNow(anna, mail.draftId, now))).toContain("after the mail before: not before Mon 30 Nov 14:00.");
    await moveMail(anna, mail.draftId, at("30T15:00:00"), now);
    await db.admin`insert into contact_holds (team_id, campaign_contact_id, kind, began_at, until)
      values (${mail.scope.teamId}, ${mail.campaignContactId}, 'out of office', ${now}, '2026-12-02T00:00:00Z')`;
    expect(await saysOf(moveMail(anna, mail.draftId, at("30T16:00:00"), now))).toContain(
      "is out of the office, so nothing of Supplier invoices leaves",
    );
  });

  test("whose campaign is paused does not leave now", async () => {
    await db.admin`update campaigns set status = 'paused' where id = ${mail.campaignId}`;
    expect(await saysOf(sendNow(anna, mail.draftId, now))).toContain("Supplier invoices is paused.");
  });

  test("that a stop took back says that it lost its time", async () => {
    await stopAll(mail.scope, now);
    expect(await saysOf(moveMail(anna, mail.draftId, at("25T15:00:00"), now))).toContain("conflict: It lost its time meanwhile");
  });
});

test.each([
  ["mailbox_full", "It waits: Mailbox is full. It leaves by itself once there is room."],
  ["in_line", "It waits: In line for a slot. It leaves by itself when its turn comes."],
])("one by hand that gave its slot back because of %s says when it leaves", async (reason, says) => {
  const mail = await seedReadyMail(db.admin, slot, { kind: "single" });
  await db.admin`update scheduled_emails set status = 'cancelled' where draft_id = ${mail.draftId}`;
  await db.admin`update email_drafts set status = 'approved' where id = ${mail.draftId}`;
  await db.admin`update single_mails set wait_reason = ${reason} where draft_id = ${mail.draftId}`;
  expect(await saysOf(sendNow(memberOf(mail.scope), mail.draftId, now))).toBe(`blocked: ${says} Nothing was changed.`);
});
