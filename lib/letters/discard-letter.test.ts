import { describe, expect, test } from "vitest";
import { discardLetter } from "./discard-letter";
import { editOwnText } from "./edit-own-text";
import { readLetter } from "./read-letter";
import { restoreLetter } from "./restore-letter";
import { saveLetter } from "./save-letter";
import { signLetter } from "./sign-letter";
import { takeBackLetter } from "./take-back-letter";
import { anna, ben, db, letterTo, now, people, refusal, seedLetters, shown, signed } from "./testing/letter-world";

seedLetters();
/** What Review would show: unsigned, not rejected, and something may come of it. */
const waiting = () => db.admin`select d.id from email_drafts d join single_mails h on h.draft_id = d.id
  where d.team_id = ${anna.teamId} and d.status = 'draft' and d.rejected_at is null and h.ended_reason is null`;

describe("a letter", () => {
  test("that is discarded waits nowhere, and comes back as it was", async () => {
    const input = letterTo(people);
    const view = await saveLetter(anna, input, now);
    await discardLetter(anna, view.id, now);
    await discardLetter(ben, view.id, now);
    expect(await waiting()).toHaveLength(0);
    expect(await readLetter(anna, view.id, now)).toMatchObject({
      state: "discarded",
      mails: [{ state: "over" }, { state: "over" }, { state: "over" }],
    });
    expect(await refusal(signLetter(anna, shown(view), now))).toMatch(/^conflict: This letter was discarded meanwhile/);
    expect(await refusal(saveLetter(anna, { ...input, version: 1, subject: "x" }, now))).toMatch(
      /^conflict: This letter was discarded/,
    );
    const back = await restoreLetter(anna, view.id, now);
    expect(back.mails).toEqual(view.mails);
    expect(await restoreLetter(anna, view.id, now)).toEqual(back);
    expect(await waiting()).toHaveLength(people.length);
  });

  test("with a signed mail is not discarded, and says which", async () => {
    const view = await saveLetter(anna, letterTo(people), now);
    await signLetter(anna, { letterId: view.id, mails: shown(view).mails.slice(0, 1) }, now);
    expect(await refusal(discardLetter(anna, view.id, now))).toBe(
      `conflict: The mail to ${view.mails[0]?.contact.name} is signed or has left, so the letter stays. Take the signature back first.`,
    );
    expect(await waiting()).toHaveLength(people.length - 1);
  });

  test("that was discarded brings back nobody who was taken off it before", async () => {
    const input = letterTo(people);
    await signed(anna, input);
    await takeBackLetter(anna, input.letterId, now);
    await saveLetter(anna, { ...input, version: 1, contactIds: people.slice(1) }, now);
    expect(await waiting()).toHaveLength(people.length - 1);
    await discardLetter(anna, input.letterId, now);
    const back = await restoreLetter(anna, input.letterId, now);
    expect(back.mails.map(({ contact }) => contact.id)).toEqual(people.slice(1));
    // Named again, they get the mail that was theirs.
    const again = await saveLetter(anna, { ...input, version: 2 }, now);
    expect(again.mails.map(({ state }) => state)).toEqual(["draft", "draft", "draft"]);
    expect(await db.admin`select 1 from single_mails where letter_id = ${input.letterId}`).toHaveLength(people.length);
  });
});

describe("a text of one's own", () => {
  test("stays when the letter changes, and is this letter's alone", async () => {
    const input = letterTo(people);
    const view = await saveLetter(anna, input, now);
    const [mail] = view.mails;
    const given = { letterId: view.id, draftId: mail?.draftId ?? "", seen: mail?.text ?? { subject: "", body: "" } };
    const own = await editOwnText(ben, { ...given, subject: "Only you", body: "<p>Mine</p>" }, now);
    expect(own.mails.map(({ isOwn }) => isOwn)).toEqual([true, false, false]);
    const later = await saveLetter(anna, { ...input, version: 1, body: "<p>All</p>" }, now);
    expect(later.mails.map(({ text }) => text.body)).toEqual(["<p>Mine</p>", "<p>All</p>", "<p>All</p>"]);
    expect(await refusal(editOwnText(anna, { ...given, subject: "Again", body: "<p>x</p>" }, now))).toMatch(
      /^conflict: Ben Ortiz changed this text/,
    );
    const other = await saveLetter(anna, letterTo(people), now);
    expect(await refusal(editOwnText(anna, { ...given, letterId: other.id, subject: "S", body: "<p>x</p>" }, now))).toMatch(
      /^not_found/,
    );
  });
});

test("twenty people are kept, changed and signed at once", async () => {
  const many = await db.admin`insert into contacts (team_id, upload_batch_id, raw_data, name, email, email_norm, company)
    select team_id, upload_batch_id, '{}', 'P' || n, 'p' || n || '@many.example', 'p' || n || '@many.example', 'Many'
    from contacts cross join generate_series(1, 20) n where id = ${people[0] ?? ""} returning id`;
  const input = letterTo(
    many.map(({ id }) => String(id)),
    { body: "<p>Hi {{ name }}</p>" },
  );
  await saveLetter(anna, input, now);
  const view = await saveLetter(anna, { ...input, version: 1, subject: "For {{ name }}" }, now);
  expect(view.mails.map(({ contact }) => contact.id)).toEqual(input.contactIds);
  expect(new Set(view.mails.map(({ subject }) => subject)).size).toBe(20);
  const { signed: all } = await signLetter(anna, shown(view), now);
  expect(all.map(({ name }) => name)).toEqual(view.mails.map(({ contact }) => contact.name));
});
