import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { seedDelivery, seedSuppression } from "@/db/seed/seed-enrolment";
import { seedTeam } from "@/db/seed/seed-team";
import { signDraft } from "../drafts/sign-draft";
import { readLetter } from "./read-letter";
import { saveLetter } from "./save-letter";
import { signLetter } from "./sign-letter";
import { takeBackLetter } from "./take-back-letter";
import {
  anna,
  ben,
  db,
  letterTo,
  mailbox,
  memberOf,
  now,
  people,
  refusal,
  seedLetters,
  shown,
  signed,
  viewer,
} from "./testing/letter-world";

seedLetters();
const at = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const signatures = () => db.admin`select draft_id, voided_at from signatures where team_id = ${anna.teamId}`;
const slots = () =>
  db.admin`select scheduled_for as at from scheduled_emails where team_id = ${anna.teamId} and status = 'pending'`;

test("a hundred clicks at once sign each mail once, and each gets the same answer", async () => {
  const view = await saveLetter(anna, letterTo(people), now);
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, n) => signLetter(n % 2 ? anna : ben, shown(view), at(n / 100))),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]?.signed.map(({ draftId }) => draftId)).toEqual(view.mails.map(({ draftId }) => draftId));
  expect(await signatures()).toHaveLength(people.length);
  expect(await slots()).toHaveLength(people.length);
  expect(await db.admin`select 1 from outbox where team_id = ${anna.teamId} and name = 'mail/planned'`).toHaveLength(
    people.length,
  );
  expect(await readLetter(anna, view.id, now)).toMatchObject({ state: "signed", version: 1 });
});

test("a retry and a restored tab get the answer that was lost, also once the mail has left", async () => {
  const view = await saveLetter(anna, letterTo(people.slice(0, 1)), now);
  const answer = await signLetter(anna, shown(view), now);
  expect(answer.signed[0]?.at).toBe(at(8).toISOString());
  expect(answer.takeBackUntil).toBe(at(8).toISOString());
  expect(await signLetter(anna, shown(view), at(3600))).toEqual(answer);
  const draftId = view.mails[0]?.draftId ?? "";
  await seedDelivery(db.admin, draftId, { state: "confirmed", at: at(9) });
  await db.admin`update email_drafts set status = 'sent' where id = ${draftId}`;
  await db.admin`update scheduled_emails set status = 'sent' where draft_id = ${draftId}`;
  expect(await signLetter(anna, shown(view), at(7200))).toEqual(answer);
  expect(await signatures()).toHaveLength(1);
  expect((await readLetter(anna, view.id, at(7200)))?.mails[0]).toMatchObject({
    state: "left",
    leaves: null,
    html: view.mails[0]?.html,
  });
});

test("a tab that comes back after the signature saves the same as nothing, and another text not at all", async () => {
  const input = letterTo(people);
  const view = await signed(anna, input);
  expect(await saveLetter(anna, input, at(60))).toMatchObject({ state: "signed", version: 1 });
  expect(await refusal(saveLetter(anna, { ...input, version: 1, body: "<p>Other</p>" }, at(60)))).toMatch(
    /^conflict: This letter is signed/,
  );
  expect((await readLetter(anna, view.id, at(60)))?.mails.map(({ html }) => html)).toEqual(view.mails.map(({ html }) => html));
});

describe("nothing of it is signed", () => {
  const changes: [string, (contactId: string, email: string) => Promise<unknown>, RegExp][] = [
    [
      "a colleague changed a person's name",
      (id) => db.admin`update contacts set name = 'Nora New' where id = ${id}`,
      /^conflict: Nora New: The mail changed/,
    ],
    [
      "a person has another address",
      (id) => db.admin`update contacts set email = 'new@x.example', email_norm = 'new@x.example' where id = ${id}`,
      /^conflict: .* has another address now, new@x.example/,
    ],
    [
      "the mailbox has another signature block",
      () => db.admin`update sender_accounts set signature_html = '<p>New</p>' where id = ${mailbox}`,
      /^conflict: .*The mail changed/,
    ],
    [
      "a person was suppressed",
      (_, email) => seedSuppression(db.admin, anna.teamId, email),
      /^blocked: .*: This address is suppressed: by hand\. Nothing was signed\.$/,
    ],
    ["the team has no postal address", () => db.admin`update teams set postal_address = ''`, /^conflict/],
    [
      "a draft of it was rejected in Review",
      (id) => db.admin`update email_drafts set rejected_at = now() where contact_id = ${id}`,
      /^conflict: .*: This draft was rejected meanwhile\. Nothing was signed\.$/,
    ],
  ];
  test.each(changes)("where %s since it was shown", async (_, change, says) => {
    const view = await saveLetter(anna, letterTo(people), now);
    const last = view.mails.at(-1)?.contact;
    await change(last?.id ?? "", last?.email ?? "");
    expect(await refusal(signLetter(anna, shown(view), now))).toMatch(says);
    expect(await signatures()).toHaveLength(0);
    expect(await slots()).toHaveLength(0);
    expect(await db.admin`select 1 from letters where id = ${view.id} and signed_at is not null`).toHaveLength(0);
  });

  test("where the team's hours never open and it asked for a good time", async () => {
    await db.admin`update teams set hours_days = '{}' where id = ${anna.teamId}`;
    const view = await saveLetter(
      anna,
      letterTo(people, { leave: { kind: "good", day: null, time: null, zone: "sender" } }),
      now,
    );
    expect(view.mails[0]?.leaves).toBeNull();
    expect(await refusal(signLetter(anna, shown(view), now))).toMatch(/^blocked: .*hours never open/);
  });

  test("by another team, by a viewer, or of another letter", async () => {
    const team = await seedTeam(db.admin);
    const theirs = memberOf(team.teamId, { ...(team.members[0] ?? { id: "", name: "", email: "", role: "" }) });
    const view = await saveLetter(anna, letterTo(people), now);
    const other = await saveLetter(anna, letterTo(people), now);
    expect(await refusal(signLetter(theirs, shown(view), now))).toMatch(/^not_found/);
    expect(await refusal(signLetter(anna, { ...shown(view), letterId: randomUUID() }, now))).toMatch(/^not_found/);
    expect(await refusal(signLetter(anna, { ...shown(view), letterId: other.id }, now))).toMatch(/^not_found/);
    await expect(signLetter(viewer, shown(view), now)).rejects.toThrow();
    expect(await signatures()).toHaveLength(0);
  });
});

test("a time that is over, or that the reader's clocks skip, is said before it is signed", async () => {
  await db.admin`update contacts set time_zone = 'Europe/Berlin' where id = ${people[0] ?? ""}`;
  const leavesAt = async (day: string, time: string) => {
    const leave = { kind: "at", day, time, zone: "reader" } as const;
    return (await saveLetter(anna, letterTo(people.slice(0, 1), { leave }), now)).mails[0]?.leaves;
  };
  expect(await leavesAt("2026-11-24", "5:00")).toMatchObject({ at: now.toISOString(), instead: "passed" });
  expect(await leavesAt("2027-03-28", "2:30")).toMatchObject({ at: "2027-03-28T01:30:00.000Z", instead: "skipped" });
  expect(await leavesAt("2027-03-28", "3:30")).not.toHaveProperty("instead");
});

test("the times of three readers are those of their towns", async () => {
  for (const [n, zone] of ["America/Denver", "Asia/Tokyo", null].entries())
    await db.admin`update contacts set time_zone = ${zone} where id = ${people[n] ?? ""}`;
  const leave = { kind: "at", day: "2026-11-25", time: "9:00", zone: "reader" } as const;
  const view = await saveLetter(anna, letterTo(people, { leave }), now);
  expect(view.leave).toEqual(leave);
  expect(view.mails.map(({ leaves, readsIn }) => ({ ...leaves, city: readsIn?.city }))).toEqual([
    { at: "2026-11-25T16:00:00.000Z", here: "Wed 25 Nov 16:00", there: "9:00", isEarly: false, city: "Denver" },
    { at: "2026-11-25T00:00:00.000Z", here: "Wed 25 Nov 0:00", there: "9:00", isEarly: false, city: "Tokyo" },
    { at: "2026-11-25T09:00:00.000Z", here: "Wed 25 Nov 9:00", there: null, isEarly: false, city: undefined },
  ]);
  const { signed: times, takeBackUntil } = await signLetter(anna, shown(view), now);
  expect(times.map((one) => one.at)).toEqual(view.mails.map(({ leaves }) => leaves?.at));
  expect(takeBackUntil).toBe("2026-11-25T00:00:00.000Z");
  const good = await saveLetter(anna, letterTo(people, { leave: { kind: "good", day: null, time: null, zone: "sender" } }), now);
  expect(good.mails.map(({ leaves }) => leaves?.at)).toEqual([
    "2026-11-24T16:00:00.000Z",
    "2026-11-25T00:00:00.000Z",
    now.toISOString(),
  ]);
  const early = await saveLetter(anna, letterTo(people), now);
  expect(early.mails.map(({ leaves }) => [leaves?.there, leaves?.isEarly])).toEqual([
    ["5:00", true],
    ["21:00", false],
    [null, false],
  ]);
});

test.each([1, 2, 3, 4, 5])(
  "of a signature and another text at once, one is refused, and nothing unseen is signed (%i)",
  async () => {
    const input = letterTo(people);
    const view = await saveLetter(anna, input, now);
    const [sign, save] = await Promise.all([
      refusal(signLetter(anna, shown(view), now)),
      refusal(saveLetter(ben, { ...input, version: 1, body: "<p>Other</p>" }, now)),
    ]);
    expect([sign, save].filter((answer) => answer === "done")).toHaveLength(1);
    const hashes = await db.admin`select hash from signatures where team_id = ${anna.teamId}`;
    expect(hashes.map(({ hash }) => hash).sort()).toEqual(sign === "done" ? view.mails.map(({ hash }) => hash).sort() : []);
  },
);

test.each([1, 2, 3, 4, 5])("signed in Review at the same moment, each mail has one signature (%i)", async () => {
  const view = await saveLetter(anna, letterTo(people), now);
  const inReview = view.mails.map(({ draftId, hash }) => refusal(signDraft(ben, draftId, hash, now)));
  const answers = await Promise.all([refusal(signLetter(anna, shown(view), now)), ...inReview]);
  expect(answers.every((answer) => /^(done|conflict)/.test(answer))).toBe(true);
  await signLetter(anna, shown(view), now);
  expect(await signatures()).toHaveLength(people.length);
  expect(await slots()).toHaveLength(people.length);
});

describe("taking a letter back", () => {
  test("returns every mail to those that wait, twice at once too, and it can be changed and signed again", async () => {
    const input = letterTo(people);
    const view = await signed(anna, input);
    const answers = await Promise.all([1, 2].map(() => takeBackLetter(anna, view.id, at(3))));
    expect(answers.map(({ takenBack }) => takenBack.length).sort()).toEqual([0, people.length]);
    expect(await slots()).toHaveLength(0);
    const changed = await saveLetter(anna, { ...input, version: 1, body: "<p>Other</p>" }, at(60));
    expect(changed).toMatchObject({ state: "draft", version: 2 });
    await signLetter(anna, shown(changed), at(61));
    expect(await slots()).toHaveLength(people.length);
  });

  test("names those whose mail had left", async () => {
    const view = await signed(anna, letterTo(people));
    const gone = view.mails[0];
    await seedDelivery(db.admin, gone?.draftId ?? "", { state: "submitting", at: at(2) });
    const answer = await takeBackLetter(anna, view.id, at(3));
    expect(answer.left).toEqual([gone?.contact.name]);
    expect(answer.takenBack.sort()).toEqual(
      view.mails
        .slice(1)
        .map(({ contact }) => contact.name)
        .sort(),
    );
  });
});

test("a signed mail is not changed by what is saved for the others", async () => {
  const input = letterTo(people);
  const view = await saveLetter(anna, input, now);
  const [first] = shown(view).mails;
  await signLetter(anna, { letterId: view.id, mails: first ? [first] : [] }, now);
  const next = await saveLetter(
    anna,
    { ...input, version: 1, contactIds: people.slice(1), body: "<p>New text for you</p>" },
    at(1),
  );
  expect(next.mails).toHaveLength(people.length);
  expect(next.mails[0]).toMatchObject({ state: "signed", hash: first?.hash, html: view.mails[0]?.html });
  expect(next.mails[1]?.html).toContain("New text for you");
});
