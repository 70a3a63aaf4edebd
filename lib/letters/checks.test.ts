import { describe, expect, test } from "vitest";
import { anyHour, seedCampaign } from "@/db/seed/seed-campaign";
import { seedDraft, seedEnrolment, seedSlot } from "@/db/seed/seed-enrolment";
import { saveLetter } from "./save-letter";
import { anna, ben, db, letterTo, mailbox, now, people, seedLetters, signed } from "./testing/letter-world";

seedLetters();
const reader = () => people[0] ?? "";
const at = (time: string) => new Date(time);
const first = async (other: Parameters<typeof letterTo>[1] = {}, by = anna) => {
  const [mail] = (await saveLetter(by, letterTo([reader()], other), now)).mails;
  return { mail, says: (name: string) => mail?.checks.find((check) => check.name === name) };
};

/** A mail of a running campaign to the first of the people, with a slot. */
async function planned(slot: string, settings = {}) {
  const { campaignId } = await seedCampaign(db.admin, anna.teamId, {
    name: "Supplier invoices",
    status: "active",
    senderAccountId: mailbox,
    steps: [{ name: "One", subject: "Hi", body: "<p>Hi</p>" }],
    settings: { ...anyHour, ...settings },
  });
  const draftId = await seedDraft(db.admin, await seedEnrolment(db.admin, campaignId, reader()), { status: "scheduled" });
  await seedSlot(db.admin, draftId, at(slot));
  return draftId;
}

describe("a campaign's mail to the same person", () => {
  test("on the same day is named, with the day it could move to by its campaign's rules", async () => {
    const draftId = await planned("2026-11-27T15:10:00Z", {
      start: "09:00",
      end: "17:00",
      days: ["monday", "friday"],
      zone: "UTC",
    });
    const { mail, says } = await first({ leave: { kind: "at", day: "2026-11-27", time: "9:00", zone: "sender" } });
    expect(mail?.sameDay).toEqual({
      campaign: "Supplier invoices",
      draftId,
      at: "Fri 27 Nov 15:10",
      to: { at: "2026-11-30T09:00:00Z", words: "Mon 30 Nov" },
    });
    expect(says("same day")).toMatchObject({
      passes: false,
      blocking: false,
      sentence: "Supplier invoices mails them Fri 27 Nov 15:10, too",
    });
    expect(mail?.mayBeSigned).toBe(true);
  });

  test("keeps its time where that is open on the next day", async () => {
    await planned("2026-11-24T15:10:00Z");
    expect((await first()).mail?.sameDay?.to).toEqual({ at: "2026-11-25T15:10:00Z", words: "Wed 25 Nov" });
  });

  test("on another day, or of a campaign that has ended, is nothing", async () => {
    const draftId = await planned("2026-11-25T09:00:00Z");
    expect((await first()).mail?.sameDay).toBeNull();
    await db.admin`update scheduled_emails set scheduled_for = ${now} where draft_id = ${draftId}`;
    expect((await first()).mail?.sameDay).not.toBeNull();
    await db.admin`update campaigns set status = 'completed' where team_id = ${anna.teamId}`;
    expect((await first()).mail?.sameDay).toBeNull();
  });
});

describe("a colleague's mail", () => {
  test("that left within a week is named with its day, one's own is not", async () => {
    const view = await signed(ben, letterTo([reader()]), at("2026-11-17T10:00:00Z"));
    const draftId = view.mails[0]?.draftId ?? "";
    expect((await first()).says("colleague")).toMatchObject({
      passes: false,
      sentence: "Ben Ortiz has a mail to them that has not left yet",
    });
    await db.admin`insert into sent_emails (team_id, draft_id, contact_id, sender_account_id, draft_type, subject, body, recipient_email, sent_at)
      values (${anna.teamId}, ${draftId}, ${reader()}, ${mailbox}, 'first_outreach', 's', 'b', 'x@x.example', '2026-11-17T12:30:00Z')`;
    await db.admin`update email_drafts set status = 'sent' where id = ${draftId}`;
    await db.admin`update single_mails set ended_reason = 'sent' where draft_id = ${draftId}`;
    const { says } = await first();
    expect(says("colleague")).toMatchObject({
      passes: false,
      blocking: false,
      sentence: "Ben Ortiz wrote to them on Tue 17 Nov",
    });
    expect((await first({}, ben)).says("colleague")?.sentence).toMatch(/^Anna Keller has a mail/);
    await db.admin`delete from single_mails where ended_reason is null and team_id = ${anna.teamId}`;
    expect((await first({}, ben)).says("colleague")?.passes).toBe(true);
    await db.admin`update sent_emails set sent_at = '2026-11-17T11:59:00Z' where team_id = ${anna.teamId}`;
    await db.admin`delete from single_mails where ended_reason is null and team_id = ${anna.teamId}`;
    expect((await first()).says("colleague")?.passes).toBe(true);
  });
});

describe("somebody who is away", () => {
  const away = (back: string) =>
    db.admin`insert into mailbox_messages (team_id, sender_account_id, internet_message_id, kind, contact_id, received_at, away_back)
      values (${anna.teamId}, ${mailbox}, ${`<${back}>`}, 'automatic', ${reader()}, '2026-11-23T08:00:00Z', ${back})`;

  test("is named with the day they are back, unless the mail leaves then", async () => {
    await db.admin`update contacts set first_name = 'Howard' where id = ${reader()}`;
    await away("2026-11-30");
    expect((await first()).says("away")).toMatchObject({
      passes: false,
      blocking: false,
      sentence: "Howard is away until Mon 30 Nov",
    });
    const back = await first({ leave: { kind: "at", day: "2026-11-30", time: "9:00", zone: "sender" } });
    expect(back.says("away")).toMatchObject({ passes: true });
  });

  test("is not once they are back", async () => {
    await away("2026-11-24");
    expect((await first()).says("away")?.passes).toBe(true);
  });

  test("is, too, where a campaign holds them", async () => {
    await planned("2026-12-24T09:00:00Z");
    await db.admin`insert into contact_holds (team_id, campaign_contact_id, kind, began_at)
      select team_id, id, 'out of office', now() from campaign_contacts where contact_id = ${reader()}`;
    expect((await first()).says("away")?.sentence).toMatch(/is away; no day back is known$/);
  });
});

test("while sending stands still the letter says what for", async () => {
  const input = letterTo([reader()]);
  await saveLetter(anna, input, now);
  await db.admin`update sender_accounts set status = 'signed_out' where id = ${mailbox}`;
  expect(await saveLetter(anna, input, now)).toMatchObject({ resumes: "mailbox", mails: [{ mayBeSigned: true }] });
  await db.admin`insert into team_stops (team_id, stopped_by, stopped_at) values (${anna.teamId}, ${anna.memberId}, now())`;
  expect((await saveLetter(anna, input, now)).resumes).toBe("stopped");
});
