import { expect, test } from "vitest";
import { seedAddress } from "@/db/seed/seed-address";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { seedSuppression } from "@/db/seed/seed-enrolment";
import { seedTeam } from "@/db/seed/seed-team";
import { saveLetter } from "../save-letter";
import { anna, ben, db, letterTo, mailbox, memberOf, now, people, refusal, seedLetters, signed } from "../testing/letter-world";
import { addAddress } from "./add-address";
import { findPeople } from "./find-people";
import { listPeople } from "./list-people";
import { readPeople } from "./read-people";
import { readSenders } from "./read-senders";

seedLetters(3);
const listId = async () => String((await db.admin`select id from contact_lists where team_id = ${anna.teamId}`)[0]?.id);

test("people are found by name, address and company, lists by name, and who is suppressed is marked", async () => {
  await db.admin`update contacts set name = 'Howard Paulas', email = 'hp@dock.example', email_norm = 'hp@dock.example', company = 'Asendorf' where id = ${people[0] ?? ""}`;
  const found = { id: people[0], name: "Howard Paulas", email: "hp@dock.example", company: "Asendorf", suppressed: null };
  for (const text of ["howard", "hp@dock", "asend", "paul asen"]) expect((await findPeople(anna, text)).people).toEqual([found]);
  await seedSuppression(db.admin, anna.teamId, "hp@dock.example", "unsubscribed");
  expect((await findPeople(anna, "howard")).people).toEqual([{ ...found, suppressed: "unsubscribed" }]);
  expect((await findPeople(anna, "al")).lists).toEqual([{ id: await listId(), name: "All", people: 3 }]);
  expect(await findPeople(anna, "  ")).toEqual({ people: [], lists: [] });
  expect(await readPeople(anna, [people[1] ?? "", people[0] ?? ""])).toMatchObject([
    { id: people[1] },
    { id: people[0], suppressed: "unsubscribed" },
  ]);
  const other = await seedTeam(db.admin);
  const theirs = memberOf(other.teamId, { ...(other.members[0] ?? { id: "", name: "", email: "", role: "" }) });
  expect((await findPeople(theirs, "howard")).people).toEqual([]);
  expect(await readPeople(theirs, people)).toEqual([]);
  expect(await refusal(listPeople(theirs, await listId()))).toMatch(/^not_found/);
});

test("a list gives its people up to twenty, and more than that only their number", async () => {
  expect((await listPeople(anna, await listId())).people.map(({ id }) => id).sort()).toEqual([...people].sort());
  await db.admin`with more as (insert into contacts (team_id, upload_batch_id, raw_data, email, email_norm)
      select team_id, upload_batch_id, '{}', n || '@many.example', n || '@many.example' from contacts cross join generate_series(1, 18) n where id = ${people[0] ?? ""} returning id, team_id)
    insert into contact_list_members (team_id, contact_id, list_id) select team_id, id, ${await listId()} from more`;
  expect(await listPeople(anna, await listId())).toEqual({ people: [], of: 21 });
});

test("an address is its person's, whichever of theirs it is, or a new one's, added once", async () => {
  const [known] = await db.admin`select email from contacts where id = ${people[0] ?? ""}`;
  expect((await addAddress(anna, ` ${String(known?.email).toUpperCase()} `, now)).id).toBe(people[0]);
  await seedAddress(db.admin, people[1] ?? "", "other@x.example");
  expect((await addAddress(anna, "other@x.example", now)).id).toBe(people[1]);
  const added = await Promise.all(Array.from({ length: 10 }, (_, n) => addAddress(n % 2 ? anna : ben, "new@x.example", now)));
  expect(new Set(added.map(({ id }) => id)).size).toBe(1);
  expect(added[0]).toMatchObject({ name: null, email: "new@x.example", suppressed: null });
  const [batch] =
    await db.admin`select b.file_name as name from contacts p join upload_batches b on b.id = p.upload_batch_id where p.id = ${added[0]?.id ?? ""}`;
  expect(batch?.name).toBe("Added by hand");
  await db.admin`update contacts set archived_at = now() where id = ${added[0]?.id ?? ""}`;
  const back = await addAddress(anna, "new@x.example", now);
  expect((await saveLetter(anna, letterTo([back.id]), now)).mails).toHaveLength(1);
  await expect(addAddress(anna, "no address", now)).rejects.toMatchObject({
    code: "invalid",
    fields: { email: expect.any(String) },
  });
});

test("mailboxes: one's own first, with what left and what may leave", async () => {
  const other = await seedMailbox(db.admin, anna.teamId, { email: "ben@contoso.com", displayName: "Ben Ortiz" });
  const senders = await readSenders(ben, now);
  expect(senders.map(({ id }) => id)).toEqual([other, mailbox]);
  expect(senders[0]).toMatchObject({ email: "ben@contoso.com", name: "Ben Ortiz", used: 0, hold: null });
  expect(senders[0]?.of).toBeGreaterThan(0);
  const view = await signed(anna, letterTo(people.slice(0, 1)));
  await db.admin`insert into deliveries (team_id, draft_id, contact_id, sender_account_id, send_key, request_hash, state, submitted_at, is_outside)
    values (${anna.teamId}, ${view.mails[0]?.draftId ?? ""}, ${people[0] ?? ""}, ${mailbox}, 'k', 'h', 'accepted', ${now}, true)`;
  await db.admin`update sender_accounts set status = 'signed_out' where id = ${mailbox}`;
  expect((await readSenders(anna, now))[0]).toMatchObject({ id: mailbox, used: 1, hold: "signed_out" });
});
