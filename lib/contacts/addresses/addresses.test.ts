import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inventPeople } from "@/db/seed/invent-people";
import { seedAddress } from "@/db/seed/seed-address";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedSuppression } from "@/db/seed/seed-enrolment";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { untilLocked } from "@/db/testing/until-locked";
import { readListPage } from "../../lists/read-list-page";
import { confirmUpload } from "../../uploads/confirm-upload";
import { processRows } from "../../uploads/import/process-rows";
import { openUpload } from "../../uploads/open-upload";
import { previewUpload } from "../../uploads/preview-upload";
import { addContact } from "../add-contact";
import { openContact } from "../open-contact";
import { readContacts } from "../read-contacts";
import { readRail } from "../read-rail";
import { putBackAddress, removeAddress } from "./remove-address";

let db: TestDatabase;
let scope: { teamId: string; memberId: string };
let other: { teamId: string; memberId: string };
let lena: string;
let listId: string;
const now = new Date("2026-11-24T12:00:00Z");
const second = "office@moser.example";

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  ({ scope } = await seedTeam(db.admin));
  ({ scope: other } = await seedTeam(db.admin));
  const people = [{ ...inventPeople(1)[0], firstName: "Lena", lastName: "Moser", email: "lena@moser.example", company: "" }];
  const made = await seedContacts(db.admin, scope.teamId, people as ReturnType<typeof inventPeople>, { listName: "L" });
  lena = String(made.contactIds[0]);
  listId = String(made.listId);
});

const given = (email: string) => ({ email, firstName: "New", lastName: "", company: "" });
const addresses = () =>
  db.admin`select address_norm, kind from contact_addresses where team_id = ${scope.teamId} order by address_norm`;
const people = async () =>
  Number((await db.admin`select count(*)::int as n from contacts where team_id = ${scope.teamId}`)[0]?.n);

async function staged(rows: string[], by = scope): Promise<string> {
  async function* file() {
    yield new TextEncoder().encode(`email,company\n${rows.join("\n")}\n`);
  }
  const id = await openUpload(by, "more.csv", file(), now);
  await confirmUpload(by, id, { targets: ["email", "company"], knownPolicy: "fill", listName: null }, now);
  return id;
}
async function processed(id: string, chunk?: number, by = scope) {
  while (!(await processRows(by, id, now, { longest: 0, atOnce: chunk })).done);
  const { upload } = await previewUpload(by, id);
  const { createdCount, updatedCount, unchangedCount, refusedCount } = upload;
  return [createdCount, updatedCount, unchangedCount, refusedCount];
}
const reasons = (id: string) =>
  db.admin`select line, reason from upload_rows where upload_batch_id = ${id} and state = 'refused' order by line`;

describe("somebody's other address", () => {
  beforeEach(async () => {
    await seedAddress(db.admin, lena, second);
  });

  test("in a file is that person, who is updated and counted so", async () => {
    expect(await processed(await staged([`${second.toUpperCase()},Moser`, "nora@new.example,New"]))).toEqual([1, 1, 0, 0]);
    expect(await db.admin`select email, company from contacts where id = ${lena}`).toEqual([
      { email: "lena@moser.example", company: "Moser" },
    ]);
    expect(await people()).toBe(2);
  });

  test.each([2000, 1])("in a file beside the first is one person, in chunks of %i", async (chunk) => {
    const id = await staged([`lena@moser.example,Moser`, `${second},Other`, "LENA@moser.example,Third"]);
    expect(await processed(id, chunk)).toEqual([0, 1, 0, 2]);
    expect(await reasons(id)).toEqual([
      { line: 3, reason: "The same person as line 2" },
      { line: 4, reason: "The same address as line 2" },
    ]);
  });

  test("added by hand adds nobody and says whose it is, also while they are archived", async () => {
    expect(await addContact(scope, given(` ${second} `), now)).toEqual({ contactId: lena, otherOf: "Lena Moser", back: null });
    await db.admin`update contacts set archived_at = now() where id = ${lena}`;
    expect(await addContact(scope, given(second), now)).toMatchObject({ otherOf: "Lena Moser" });
    expect(await people()).toBe(1);
  });

  test("is nobody's in another team", async () => {
    expect(await addContact(other, given(second), now)).toMatchObject({ otherOf: null });
    expect(await processed(await staged(["lena@moser.example,X"], other), 2000, other)).toEqual([1, 0, 0, 0]);
  });

  test("finds them under Contacts", async () => {
    expect((await readContacts(scope, { search: "office@moser" }, 1)).rows.map((row) => row.id)).toEqual([lena]);
  });

  test("suppressed suppresses them, wherever it is asked; dead it does not", async () => {
    const standing = async () => [
      (await readContacts(scope, {}, 1)).rows[0]?.suppressed,
      (await readContacts(scope, { suppressed: true }, 1)).total,
      (await readRail(scope)).suppressed,
      (await readListPage(scope, listId)).suppressed,
      (await openContact(scope, lena, now)).suppressed?.reason,
    ];
    await seedSuppression(db.admin, scope.teamId, second, "bounced");
    expect(await standing()).toEqual([null, 0, 0, 0, undefined]);
    await db.admin`update suppressions set reason = 'asked in a reply' where team_id = ${scope.teamId}`;
    expect(await standing()).toEqual(["asked in a reply", 1, 1, 1, "asked in a reply"]);
    await seedSuppression(db.admin, scope.teamId, "lena@moser.example", "bounced");
    expect(await standing()).toEqual(["asked in a reply", 1, 1, 1, "asked in a reply"]);
  });
});

describe("an address that is not theirs", () => {
  test("goes, which is written down, and comes back as it was", async () => {
    const id = await seedAddress(db.admin, lena, second);
    const before = await openContact(scope, lena, now);
    expect(await removeAddress(scope, id, now)).toEqual({ contactId: lena, address: second });
    expect(await addresses()).toEqual([{ address_norm: "lena@moser.example", kind: "primary" }]);
    const after = await openContact(scope, lena, now);
    expect(after.otherAddresses).toEqual([]);
    expect(after.happened).toContainEqual(expect.objectContaining({ kind: "removed an address", title: second }));
    await putBackAddress(scope, lena, second);
    await putBackAddress(scope, lena, second);
    expect((await openContact(scope, lena, now)).otherAddresses).toMatchObject(
      before.otherAddresses.map(({ id: _, ...rest }) => rest),
    );
  });

  test("does not come back once it is somebody else's, nor where it never was", async () => {
    await removeAddress(scope, await seedAddress(db.admin, lena, second), now);
    await addContact(scope, given(second), now);
    await expect(putBackAddress(scope, lena, second)).rejects.toMatchObject({ code: "conflict" });
    await expect(putBackAddress(scope, lena, "never@x.example")).rejects.toMatchObject({ code: "not_found" });
  });

  test("is never the one that mail goes to, nor another team's", async () => {
    const [primary] = await db.admin`select id from contact_addresses where contact_id = ${lena}`;
    await expect(removeAddress(scope, String(primary?.id), now)).rejects.toMatchObject({ code: "not_found" });
    const id = await seedAddress(db.admin, lena, second);
    await expect(removeAddress(other, id, now)).rejects.toMatchObject({ code: "not_found" });
    await expect(putBackAddress(other, lena, second)).rejects.toMatchObject({ code: "not_found" });
    expect(await addresses()).toHaveLength(2);
  });
});

describe("an address that the list names", () => {
  const names: [string, Record<string, string>][] = [
    ["by itself", { email_norm: second }],
    ["by its domain", { domain: "moser.example" }],
    ["by a wildcard", { wildcard: "office@*" }],
  ];
  const asMember = async () => {
    const [row] = await db.admin`insert into members (team_id, tid, oid, name, email, role)
      values (${scope.teamId}, gen_random_uuid()::text, gen_random_uuid()::text, 'Ben', 'ben@c.example', 'member') returning id`;
    return { teamId: scope.teamId, memberId: String(row?.id) };
  };

  test.each(names)(
    "%s is taken from somebody by an administrator alone, as else whoever said no could be mailed at another",
    async (_, named) => {
      const member = await asMember();
      const id = await seedAddress(db.admin, lena, second);
      await db.admin`insert into suppressions ${db.admin({ team_id: scope.teamId, reason: "unsubscribed", ...named })}`;
      await expect(removeAddress(member, id, now)).rejects.toMatchObject({ code: "blocked" });
      expect(await addresses()).toHaveLength(2);
      expect(await removeAddress(scope, id, now)).toMatchObject({ address: second });
    },
  );

  test("as dead says nothing of the person, and goes", async () => {
    const member = await asMember();
    const id = await seedAddress(db.admin, lena, second);
    await seedSuppression(db.admin, scope.teamId, second, "bounced");
    expect(await removeAddress(member, id, now)).toMatchObject({ address: second });
  });
});

describe("at the same moment", () => {
  test("two files with the same new people make each of them once", async () => {
    const rows = Array.from({ length: 60 }, (_, n) => `p${n}@new.example,C`);
    const [one, two] = [await staged(rows), await staged([...rows].reverse())];
    const done = await Promise.all([processed(one, 20), processed(two, 20)]);
    expect(done[0]?.[0]).toBe(60 - Number(done[1]?.[0]));
    expect(done.map((counts) => counts.reduce((sum, count) => sum + count, 0))).toEqual([60, 60]);
    expect(await people()).toBe(61);
    expect(await addresses()).toHaveLength(61);
  });

  test("a file that holds an address which becomes somebody's second meanwhile waits, and then knows them", async () => {
    const id = await staged([`${second},Moser`]);
    let running: Promise<number[]> | undefined;
    await db.admin.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(hashtextextended(${`addresses:${scope.teamId}`}, 0))`;
      running = processed(id);
      await untilLocked(db);
      await seedAddress(tx as unknown as typeof db.admin, lena, second);
    });
    expect(await running).toEqual([0, 1, 0, 0]);
  });

  test("a file and somebody by hand add one person", async () => {
    const id = await staged(["nora@new.example,New"]);
    const both = await Promise.allSettled([processed(id), addContact(scope, given("nora@new.example"), now)]);
    expect(both[0]?.status).toBe("fulfilled");
    expect(await people()).toBe(2);
  });
});

describe("an address is one person's, however it is written", () => {
  const forms = [
    "Ada@b\u00fccher.example",
    "ada@xn--bcher-kva.example",
    "ada@bu\u0308cher.example",
    "ada\u200b@B\u00dcCHER.example",
  ];

  test.each(forms)("%j by hand, and every other form of it is theirs", async (first) => {
    await addContact(scope, given(first), now);
    for (const form of forms) await expect(addContact(scope, given(form), now)).rejects.toThrow();
    expect(await processed(await staged(forms))).toEqual([0, 0, 1, 3]);
    expect(await people()).toBe(2);
    expect((await readContacts(scope, { search: "b\u00fccher" }, 1)).total).toBe(1);
    expect((await readContacts(scope, { search: "xn--bcher" }, 1)).total).toBe(1);
  });

  test("in a file, where the second is the same as the line of the first, and who asked for no more mail in one form gets none in any", async () => {
    await seedSuppression(db.admin, scope.teamId, "ada@b\u00fccher.example");
    expect(await processed(await staged(forms))).toEqual([1, 0, 0, 3]);
    const { rows } = await readContacts(scope, { search: "ada" }, 1);
    expect(rows).toMatchObject([{ suppressed: "by hand" }]);
    const { otherAddresses } = await openContact(scope, String(rows[0]?.id), now);
    expect(otherAddresses).toEqual([]);
  });
});
