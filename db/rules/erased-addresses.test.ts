import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { suppressedContacts, suppressionsOf } from "../access/suppressions-of";
import { withTeam } from "../access/with-team";
import { inventPeople } from "../seed/invent-people";
import { seedAddress } from "../seed/seed-address";
import { seedContacts } from "../seed/seed-contacts";
import { type Listed, seedListed } from "../testing/seed-listed";
import { type TestDatabase, testDatabase } from "../testing/test-database";

/** The list goes on without the address: by a hash whose key only the database has. */
let db: TestDatabase;
let mail: Listed;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  mail = await seedListed(db.admin);
});

describe("an address that was erased", () => {
  const address = "lea@hale.example";
  const forget = () => mail.done("administrator", sql`select forget_suppressed(${address})`);
  const intent = () => mail.tried("nobody", mail.insertIntent);
  const open = () =>
    db.admin`select id, key_id, reason from suppressions where team_id = ${mail.teamId} and lifted_at is null order by created_at`;
  /** What pages show of a contact: of itself, and among all. */
  const shown = (contactId: string) =>
    withTeam(mail.scope, async (tx) => {
      const [own] = await tx.execute(sql`select s.reason ${suppressionsOf(sql`${contactId}`)} limit 1`);
      const all = await tx.execute(sql`select 1 from contacts p where p.id = ${contactId} and p.id in ${suppressedContacts}`);
      return [own?.reason ?? null, all.length];
    });
  const liftAll = () =>
    mail.done(
      "administrator",
      sql`update suppressions set lifted_at = now(), lifted_by = ${mail.scope.memberId}, lift_reason = 'Asked by phone' where lifted_at is null`,
    );

  test("leaves no trace in the list and is still refused", async () => {
    const [file] =
      await db.admin`insert into suppression_files (team_id, file_name, state) values (${mail.teamId}, 'no.csv', 'taken') returning id`;
    await db.admin`insert into suppression_file_entries (team_id, file_id, line, email_norm) values (${mail.teamId}, ${file?.id}, 1, ${address})`;
    await mail.add({
      email_norm: address,
      note: `${address} rang`,
      lifted_at: new Date(),
      lift_reason: `Lea@Hale.example called`,
    });
    await mail.add({ email_norm: address, note: "wrote to us as LEA@hale.example", reason: "unsubscribed" });
    await forget();
    const rows = await db.admin`select s::text as text from suppressions s where team_id = ${mail.teamId}
      union all select e::text from suppression_file_entries e where team_id = ${mail.teamId}`;
    expect(rows).toHaveLength(2);
    for (const { text } of rows) expect(text).not.toMatch(/lea|hale/i);
    expect(await intent()).toBe("CS001");
    expect(await shown(mail.contactId)).toEqual(["unsubscribed", 1]);
  });

  test.each([
    [
      "imported again",
      () =>
        seedContacts(
          db.admin,
          mail.teamId,
          inventPeople(1).map((one) => ({ ...one, email: "Lea@hale.Example" })),
        ),
    ],
    [
      "edited into a contact",
      async () => {
        const made = await seedContacts(db.admin, mail.teamId, inventPeople(1, 3));
        await db.admin`update contacts set email = ${address}, email_norm = ${address} where id = ${made.contactIds[0] ?? ""}`;
        return made;
      },
    ],
    [
      "added as where somebody answers from",
      async () => {
        const made = await seedContacts(db.admin, mail.teamId, inventPeople(1, 3));
        await seedAddress(db.admin, made.contactIds[0] ?? "", address);
        return made;
      },
    ],
  ])("is known when it is %s", async (_, again) => {
    await db.admin`update contacts set email = 'new@x.example', email_norm = 'new@x.example' where id = ${mail.contactId}`;
    await db.admin`delete from contact_addresses where contact_id = ${mail.contactId} and kind = 'former'`;
    await mail.add({ email_norm: address, reason: "unsubscribed" });
    await forget();
    expect(await shown(mail.contactId)).toEqual([null, 0]);
    const { contactIds } = await again();
    expect(await shown(contactIds[0] ?? "")).toEqual(["unsubscribed", 1]);
    await liftAll();
    expect(await shown(contactIds[0] ?? "")).toEqual([null, 0]);
  });

  test("is free once the entry is lifted", async () => {
    await mail.add({ email_norm: address });
    await forget();
    await liftAll();
    expect([await intent(), await shown(mail.contactId)]).toEqual(["1 row", [null, 0]]);
  });

  test.each(["nobody", "member"] as const)(
    "does not come back in plain where it is named again, by %s, and the graver reason holds",
    async (who) => {
      const first = await mail.add({ email_norm: address, reason: "by hand" });
      await forget();
      for (const reason of ["complained", "bounced"])
        await mail.done(
          who,
          sql`insert into suppressions (email_norm, reason) values (${" Lea@Hale.example"}, ${reason}) on conflict do nothing`,
        );
      expect([...(await open())]).toEqual([{ id: first, key_id: "k1", reason: "complained" }]);
      expect(await intent()).toBe("CS001");
      await liftAll();
      await mail.done(who, sql`insert into suppressions (email_norm, reason) values (${address}, 'by hand')`);
      expect(await open()).toMatchObject([{ key_id: null, reason: "by hand" }]);
    },
  );

  test("goes on under the entry before where it was named and erased again, with the graver reason", async () => {
    const first = await mail.add({ email_norm: address, reason: "bounced" });
    await forget();
    await mail.add({ email_norm: address, reason: "complained" });
    await forget();
    expect([...(await open())]).toEqual([{ id: first, key_id: "k1", reason: "complained" }]);
    await liftAll();
    expect(await intent()).toBe("1 row");
  });

  test("is known under each key: a new one hashes nothing anew", async () => {
    const before = await seedListed(db.admin);
    await before.add({ email_norm: address });
    await before.done("administrator", sql`select forget_suppressed(${address})`);
    const key = `k2 ${mail.teamId}`;
    await db.admin`select app_private.add_suppression_key(${key})`;
    await mail.add({ email_norm: address });
    await forget();
    expect((await open())[0]?.key_id).toBe(key);
    expect([await intent(), await before.tried("nobody", before.insertIntent)]).toEqual(["CS001", "CS001"]);
    // Without its key, nobody can tell whom an entry names: then nothing leaves.
    await db.admin`delete from app_private.suppression_keys where id = ${key}`;
    expect([await intent(), await before.tried("nobody", before.insertIntent)]).toEqual(["CS002", "CS001"]);
    expect(await shown(mail.contactId)).toEqual(["by hand", 1]);
  });
});
