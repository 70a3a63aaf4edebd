import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { limits } from "../knocks/limits";
import { admitPerson } from "./admit-person";
import { describeNotice } from "./sign-in-notice";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const now = new Date("2026-11-23T12:00:00Z");
const person = (tid: string, n: number) => ({ tid, oid: randomUUID(), name: `P${n}`, email: `p${n}@contoso.com` });

test("an organisation’s new people are so many an hour; who is known signs in, and so does another organisation", async () => {
  const [tid, other] = [randomUUID(), randomUUID()];
  await admitPerson(person(tid, 0), now);
  await db.admin`update teams set join_policy = 'ask'`;
  const asked = Array.from({ length: limits.join.most }, (_, n) => person(tid, n));
  const answers = await Promise.all(asked.map((one) => admitPerson(one, now)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"refused":"asked"}']));

  expect(await admitPerson(person(tid, 999), now)).toEqual({ refused: "joining" });
  expect(describeNotice("joining")?.text).toContain("in an hour");
  expect(await admitPerson(asked[0] ?? person(tid, 0), now)).toEqual({ refused: "asked" });
  expect(await admitPerson(person(other, 1), now)).toHaveProperty("memberId");
  const [members] = await db.admin`select count(*)::int as n from members where tid = ${tid}`;
  expect(members?.n).toBe(limits.join.most + 1);
  expect(await admitPerson(person(tid, 999), new Date(now.getTime() + 3_600_000))).toEqual({ refused: "asked" });
});
