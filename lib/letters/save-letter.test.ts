import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { seedSuppression } from "@/db/seed/seed-enrolment";
import { seedTeam } from "@/db/seed/seed-team";
import { readLetter } from "./read-letter";
import { saveLetter } from "./save-letter";
import { anna, ben, db, letterTo, memberOf, now, people, refusal, seedLetters, viewer } from "./testing/letter-world";

seedLetters();
const rowsOf = (letterId: string) =>
  db.admin`select h.contact_id as contact, d.subject, d.body, d.status from single_mails h join email_drafts d on d.id = h.draft_id where h.letter_id = ${letterId}`;

test("a letter is made under the id of its page, with a mail for each of its people, filled for them", async () => {
  const input = letterTo(people);
  expect(await readLetter(anna, input.letterId, now)).toBeNull();
  const view = await saveLetter(anna, input, now);
  expect(view).toMatchObject({
    id: input.letterId,
    version: 1,
    state: "draft",
    writtenBy: { id: anna.memberId, name: "Anna Keller" },
    subject: "Your dock at {{ company }}",
    resumes: null,
  });
  const [first] = await db.admin`select company, first_name as name, email from contacts where id = ${people[0] ?? ""}`;
  expect(view.mails.map(({ contact }) => contact.id)).toEqual(people);
  expect(view.mails[0]).toMatchObject({
    subject: `Your dock at ${first?.company}`,
    contact: { email: first?.email },
    kind: "first mail",
    thread: null,
    state: "draft",
    isOwn: false,
    mayBeSigned: true,
    from: "anna@contoso.com",
    leaves: { at: now.toISOString(), here: "today 12:00", there: null, isEarly: false },
  });
  expect(view.mails[0]?.html).toContain(`Hi ${first?.name}, the plan is here.`);
  expect(view.mails[0]?.checks.every(({ passes }) => passes)).toBe(true);
  expect(view.mails[0]?.checks.find(({ name }) => name === "footer")?.sentence).toBe("Unsubscribe present, 6 words");
  expect(await readLetter(anna, input.letterId, now)).toEqual(view);
});

test("the same again, twice at once or after a lost answer, is the same letter", async () => {
  const input = letterTo(people);
  const views = await Promise.all(Array.from({ length: 20 }, () => saveLetter(anna, input, now)));
  expect(new Set(views.map((view) => JSON.stringify(view))).size).toBe(1);
  expect(await rowsOf(input.letterId)).toHaveLength(people.length);
  const next = { ...input, version: 1, subject: "Other" };
  const changed = await saveLetter(anna, next, now);
  expect(changed.version).toBe(2);
  expect(await saveLetter(anna, next, now)).toEqual(changed);
});

test("a template that was deleted meanwhile is none, and keeps nothing from being written on", async () => {
  const templateId = randomUUID();
  await db.admin`insert into email_templates (id, team_id, name, subject_template, template_content)
    values (${templateId}, ${anna.teamId}, 'Docks', 'Docks', '<p>Docks</p>')`;
  const input = { ...letterTo(people), templateId };
  expect(await saveLetter(anna, input, now)).toMatchObject({ templateId, version: 1 });
  await db.admin`delete from email_templates where id = ${templateId}`;
  const next = { ...input, version: 1, subject: "Written on" };
  expect(await saveLetter(anna, next, now)).toMatchObject({ templateId: null, subject: "Written on", version: 2 });
  expect(await saveLetter(anna, next, now)).toMatchObject({ version: 2 });
});

describe("another version", () => {
  test("is never overwritten unseen", async () => {
    const input = letterTo(people.slice(0, 1));
    await saveLetter(anna, input, now);
    await saveLetter(ben, { ...input, version: 1, subject: "Ben's" }, new Date("2026-11-24T12:10:00Z"));
    expect(
      await refusal(saveLetter(anna, { ...input, version: 1, subject: "Anna's" }, new Date("2026-11-24T12:11:00Z"))),
    ).toMatch(/^conflict: This letter was changed .* today 12:10\./);
    expect((await readLetter(anna, input.letterId, now))?.subject).toBe("Ben's");
  });

  test("of two at once, one is kept", async () => {
    const input = letterTo(people);
    await saveLetter(anna, input, now);
    const texts = Array.from({ length: 10 }, (_, n) =>
      refusal(saveLetter(anna, { ...input, version: 1, subject: `No ${n}` }, now)),
    );
    expect((await Promise.all(texts)).filter((answer) => answer === "done")).toHaveLength(1);
    expect((await readLetter(anna, input.letterId, now))?.version).toBe(2);
  });
});

describe("people", () => {
  test("who are taken off lose their mail, which was never signed; others keep theirs", async () => {
    const input = letterTo(people);
    const before = await saveLetter(anna, input, now);
    const after = await saveLetter(anna, { ...input, version: 1, contactIds: people.slice(1) }, now);
    expect(after.mails.map(({ draftId }) => draftId)).toEqual(before.mails.slice(1).map(({ draftId }) => draftId));
    expect(await rowsOf(input.letterId)).toHaveLength(people.length - 1);
    expect(await db.admin`select 1 from email_drafts where id = ${before.mails[0]?.draftId ?? ""}`).toHaveLength(0);
  });

  test("who are archived or unknown are refused, with a sentence", async () => {
    await db.admin`update contacts set archived_at = now(), name = 'Lena Moser' where id = ${people[0] ?? ""}`;
    const archived = await saveLetter(anna, letterTo(people), now).catch((error: unknown) => error);
    expect(archived).toMatchObject({
      code: "invalid",
      fields: { contactIds: expect.stringContaining("Lena Moser is archived.") },
    });
    expect(await refusal(saveLetter(anna, letterTo([randomUUID()]), now))).toMatch(/^not_found: One of these people/);
  });

  test("who are suppressed are in the letter, and the check says so", async () => {
    const [row] = await db.admin`select email from contacts where id = ${people[0] ?? ""}`;
    await seedSuppression(db.admin, anna.teamId, row?.email);
    const view = await saveLetter(anna, letterTo(people), now);
    expect(view.mails.map(({ mayBeSigned }) => mayBeSigned)).toEqual([false, true, true]);
    expect(view.mails[0]?.checks.find(({ name }) => name === "suppressed")?.passes).toBe(false);
  });
});

test("another team finds nothing, and takes no id of ours", async () => {
  const team = await seedTeam(db.admin);
  const theirs = memberOf(team.teamId, { ...(team.members[0] ?? { id: "", name: "", email: "", role: "" }) });
  const input = letterTo([]);
  await saveLetter(anna, input, now);
  expect(await readLetter(theirs, input.letterId, now)).toBeNull();
  expect(await refusal(saveLetter(theirs, input, now))).toMatch(/^not_found/);
  const [box] =
    await db.admin`insert into sender_accounts (team_id, email, email_norm) values (${team.teamId}, 'a@b.example', 'a@b.example') returning id`;
  expect(await refusal(saveLetter(theirs, { ...input, senderAccountId: box?.id }, now))).toBe(
    "not_found: This does not exist, or belongs to another team.",
  );
});

test("the database lets no viewer write", async () => {
  await expect(saveLetter(viewer, letterTo(people), now)).rejects.toThrow();
  expect(await db.admin`select 1 from letters where team_id = ${anna.teamId}`).toHaveLength(0);
});

test("a text that is half typed is kept, and cannot be signed", async () => {
  const view = await saveLetter(anna, letterTo(people, { subject: "Hi {{ first_na", body: "" }), now);
  expect(view.mails[0]).toMatchObject({ mayBeSigned: false, subject: "Hi {{ first_na" });
  expect(view.mails[0]?.checks.filter(({ passes }) => !passes).map(({ name }) => name)).toEqual(["fields", "text"]);
});

test("HTML that no mail may hold goes, and what a contact lacks is named", async () => {
  await db.admin`update contacts set fields = '{}' where id = ${people[0] ?? ""}`;
  const input = letterTo(people.slice(0, 1), {
    body: "<p onclick=x>Hi {{ town }} or {{ dept | default: 'you' }}</p><script>x</script>",
  });
  const view = await saveLetter(anna, input, now);
  expect(view.body).toBe("<p>Hi {{ town }} or {{ dept | default: 'you' }}</p>");
  expect(view.mails[0]?.text.body).toBe("<p>Hi  or you</p>");
  expect(view.mails[0]?.checks[0]).toMatchObject({ passes: false, sentence: "Nothing known for town" });
});
