import { describe, expect, test } from "vitest";
import { seedSuppression } from "@/db/seed/seed-enrolment";
import { untilLocked } from "@/db/testing/until-locked";
import { archiveContacts } from "../../contacts/archive-contacts";
import { rejectDraft } from "../../drafts/reject-draft";
import { takeBackRejection } from "../../drafts/take-back-rejection";
import { discardLetter } from "../../letters/discard-letter";
import { restoreLetter } from "../../letters/restore-letter";
import { saveLetter } from "../../letters/save-letter";
import { anna, db, letterTo, now, people, refusal, seedLetters, signed } from "../../letters/testing/letter-world";
import { cancelMail } from "./cancel-mail";
import { takeBackCancel } from "./take-back-cancel";

/** What is over comes back only where its reader may still get mail, and its letter is there to be seen. */
seedLetters();
const reader = () => people.slice(0, 1);
const openMails = () => db.admin`select h.id from single_mails h join contacts p on p.id = h.contact_id
  where h.team_id = ${anna.teamId} and h.ended_reason is null and p.archived_at is not null`;
const slots = () => db.admin`select 1 from scheduled_emails where team_id = ${anna.teamId} and status = 'pending'`;

async function cancelled() {
  const view = await signed(anna, letterTo(reader()));
  const draftId = view.mails[0]?.draftId ?? "";
  await cancelMail(anna, draftId, now);
  return { view, draftId, back: () => refusal(takeBackCancel(anna, draftId, now)) };
}
async function rejected() {
  const view = await saveLetter(anna, letterTo(people.slice(0, 2)), now);
  const draftId = view.mails[0]?.draftId ?? "";
  await rejectDraft(anna, draftId, "Wrong moment", now);
  return { view, draftId, back: () => refusal(takeBackRejection(anna, draftId, now)) };
}

describe.each([
  ["cancelled", cancelled],
  ["rejected", rejected],
])("a mail that was %s", (_how, make) => {
  test("comes back as long as nothing else happened", async () => {
    expect(await (await make()).back()).toBe("done");
  });

  test("stays so where its reader is archived meanwhile", async () => {
    const { back } = await make();
    expect(await archiveContacts(anna, reader(), now)).toMatchObject({ archived: 1 });
    expect(await back()).toMatch(/^conflict: .* is archived meanwhile, so nothing comes of this mail any more\.$/);
    expect(await openMails()).toHaveLength(0);
    expect(await slots()).toHaveLength(0);
  });

  test("stays so where its reader is suppressed meanwhile", async () => {
    const { back } = await make();
    const [row] = await db.admin`select email_norm as email from contacts where id = ${people[0] ?? ""}`;
    await seedSuppression(db.admin, anna.teamId, row?.email);
    expect(await back()).toMatch(/^conflict: .* is suppressed meanwhile/);
    expect(await slots()).toHaveLength(0);
  });

  test("stays so where its letter is discarded meanwhile, and comes back after it", async () => {
    const { view, back } = await make();
    await discardLetter(anna, view.id, now);
    expect(await back()).toMatch(/^conflict: Its letter was discarded meanwhile/);
    await restoreLetter(anna, view.id, now);
    expect(await back()).toBe("done");
  });
});

test("a letter that comes back leaves out whom somebody archived meanwhile", async () => {
  const view = await saveLetter(anna, letterTo(people), now);
  await discardLetter(anna, view.id, now);
  expect(await archiveContacts(anna, reader(), now)).toMatchObject({ archived: 1 });
  const back = await restoreLetter(anna, view.id, now);
  expect(back.mails.map(({ contact }) => contact.id)).toEqual(people.slice(1));
  expect(await openMails()).toHaveLength(0);
});

describe("of archiving somebody and a mail to them at once", () => {
  test("the letter that was kept first is seen", async () => {
    const held = await db.admin.reserve();
    try {
      await held`begin`;
      await held`select 1 from contacts where id = any(${reader()}) for share`;
      const archiving = archiveContacts(anna, reader(), now);
      await untilLocked(db);
      await saveLetter(anna, letterTo(reader()), now);
      await held`commit`;
      expect(await archiving).toMatchObject({ archived: 0 });
    } finally {
      held.release();
    }
  });

  test.each<[string, (letterId: string) => Promise<unknown>, string]>([
    ["a new letter", () => saveLetter(anna, letterTo(reader()), now), "invalid"],
    ["a letter that comes back", (letterId) => restoreLetter(anna, letterId, now), "done"],
    ["a cancelled mail that comes back", (letterId) => backOf(letterId), "conflict"],
  ])("archiving that came first is seen by %s", async (what, act, answer) => {
    const view = what.startsWith("a cancelled") ? (await cancelled()).view : await saveLetter(anna, letterTo(reader()), now);
    if (answer === "done") await discardLetter(anna, view.id, now);
    if (answer === "invalid") await saveLetter(anna, letterTo([], { letterId: view.id, version: 1 }), now);
    const held = await db.admin.reserve();
    try {
      await held`begin`;
      await held`update contacts set archived_at = now() where id = any(${reader()})`;
      const acting = refusal(act(view.id));
      await untilLocked(db);
      await held`commit`;
      expect(await acting).toMatch(new RegExp(`^${answer}`));
    } finally {
      held.release();
    }
    expect(await openMails()).toHaveLength(0);
  });
});

async function backOf(letterId: string) {
  const [row] = await db.admin`select draft_id as id from single_mails where letter_id = ${letterId}`;
  return takeBackCancel(anna, String(row?.id), now);
}
