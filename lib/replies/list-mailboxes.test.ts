import { afterAll, beforeAll, expect, test } from "vitest";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { listMailboxesToPoll } from "./poll-mailbox";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

test("every connected mailbox of every team is read, and none that is signed out, removed or was never connected", async () => {
  const wanted: { teamId: string; senderAccountId: string }[] = [];
  for (const name of ["Ours", "Theirs"]) {
    const { teamId } = await seedTeam(db.admin, { name });
    const add = (email: string, more: { tid?: string; status?: string }) =>
      seedMailbox(db.admin, teamId, { email, displayName: email, ...more });
    wanted.push({ teamId, senderAccountId: await add("on@c.example", { tid: "t" }) });
    await add("out@c.example", { tid: "t", status: "signed_out" });
    await add("gone@c.example", { tid: "t", status: "removed" });
    await add("never@c.example", {});
  }
  const inOrder = (all: typeof wanted) => [...all].sort((a, b) => a.senderAccountId.localeCompare(b.senderAccountId));
  expect(inOrder(await listMailboxesToPoll())).toEqual(inOrder(wanted));
});
