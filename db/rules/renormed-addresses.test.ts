import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { renormAddresses } from "../renorm-addresses";
import { seedTeam } from "../seed/seed-team";
import type { TestDatabase } from "../testing/test-database";
import { upgradedDatabase } from "../testing/upgraded-database";

/** Two teams of the release before, whose people and list write domains in letters, in ASCII, and with marks that nobody sees. */
let db: TestDatabase;
let ours: string;
let theirs: string;
const [letters, ascii] = ["bücher.example", "xn--bcher-kva.example"];

beforeAll(async () => {
  db = await upgradedDatabase("0027_files_kept", seedBefore);
}, 120_000);
afterAll(() => db.close());

async function seedBefore(superuserUrl: string) {
  const before = postgres(superuserUrl, { max: 1, onnotice: () => {} });
  [ours, theirs] = [(await seedTeam(before)).teamId, (await seedTeam(before)).teamId];
  const people = [
    [ours, "Ada", `ada@${letters}`],
    [ours, "Ada again", `ada@${ascii}`],
    [ours, "Bea", `bea@${ascii}`],
    [ours, "Cem", "cem\u200b@plain.example"],
    [ours, "Cem again", "cem@plain.example"],
    [ours, "José", "jose\u0301@plain.example"],
    [ours, "Dana", `dana@${letters}`],
    [ours, "Eva", "eva@firma\u00e9.example"],
    [ours, "Plain", "plain@plain.example"],
    [theirs, "Ada elsewhere", `ada@${ascii}`],
  ] as const;
  for (const [n, [team, name, email]] of people.entries()) {
    const [batch] =
      await before`insert into upload_batches (team_id, file_name, status) values (${team}, 'x.csv', 'completed') returning id`;
    await before`insert into contacts (team_id, upload_batch_id, raw_data, name, email, email_norm, created_at)
      values (${team}, ${batch?.id}, '{}', ${name}, ${email}, ${email}, ${new Date(Date.UTC(2026, 0, 1 + n))})`;
  }
  // The list names one of them otherwise than they are written, and one's domain.
  await before`insert into suppressions (team_id, email_norm, reason) values (${ours}, ${`dana@${ascii}`}, 'unsubscribed')`;
  await before`insert into suppressions (team_id, domain, reason) values (${ours}, 'xn--firma-fsa.example', 'by hand')`;
  await before.end();
}

const suppressed = async () => {
  const rows = await db.admin`select c.name from contacts c where c.team_id = ${ours}
    and app_private.is_suppressed_in(c.team_id, c.id, array[c.email]) order by 1`;
  return rows.map((row) => row.name);
};

test("whom the list named in one form it stops in every form, and of two who are one the later gets no mail and says why", async () => {
  expect(await suppressed()).toEqual(["Ada again", "Cem again", "Dana", "Eva"]);
  const notes = await db.admin`select email_norm, note from suppressions where team_id = ${ours} and note is not null order by 1`;
  expect(notes.map((row) => [row.email_norm, row.note])).toEqual([
    [`ada@${ascii}`, "Same address as Ada"],
    ["cem@plain.example", "Same address as Cem"],
  ]);
});

test("nobody is merged, everybody is known in each form of theirs, and of another team nothing changes", async () => {
  const rows = await db.admin`select c.name, array_agg(a.address_norm order by a.kind = 'primary' desc, a.address_norm) as known
    from contacts c join contact_addresses a on a.contact_id = c.id where c.team_id = ${ours} group by c.id, c.name order by c.name`;
  expect(Object.fromEntries(rows.map((row) => [row.name, row.known]))).toMatchObject({
    Ada: [`ada@${letters}`],
    "Ada again": [`ada@${ascii}`],
    Bea: [`bea@${ascii}`, `bea@${letters}`],
    Cem: ["cem\u200b@plain.example"],
    José: ["jose\u0301@plain.example", "jos\u00e9@plain.example"],
    Plain: ["plain@plain.example"],
  });
  const [other] = await db.admin`select count(*)::int as n from suppressions where team_id = ${theirs}`;
  expect(other?.n).toBe(0);
});

test("run again it changes nothing", async () => {
  const state = () =>
    db.admin`select (select count(*) from contact_addresses)::int as addresses, (select count(*) from suppressions)::int as entries`.then(
      ([row]) => ({ ...row }),
    );
  const before = await state();
  await renormAddresses(db.admin);
  expect(await state()).toEqual(before);
});
