import { afterAll, beforeAll, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { isOfUs, readUs, type Us } from "./read-us";

let db: TestDatabase;
let us: Us;

beforeAll(async () => {
  db = await testDatabase();
  const { teamId } = await seedTeam(db.admin, {
    members: [
      { name: "Ben", email: "Ben@fabrikam.example", role: "member" },
      { name: "Left", email: "left@elsewhere.example", role: "member", status: "removed" },
    ],
  });
  const other = await seedTeam(db.admin);
  await seedMailbox(db.admin, other.teamId, { email: "x@other.example", displayName: "X" });
  const anna = await seedMailbox(db.admin, teamId, { email: "anna@contoso.com", displayName: "Anna" });
  await db.admin`update sender_accounts set addresses = '{anna@contoso.com,anna.k@contoso-group.com,anna@outlook.com}', sign_in_name = 'AKeller@contoso.onmicrosoft.com' where id = ${anna}`;
  const gone = await seedMailbox(db.admin, teamId, { email: "cleo@sold.example", displayName: "Cleo" });
  await db.admin`update sender_accounts set status = 'removed' where id = ${gone}`;
  us = await withTeam({ teamId, memberId: null }, readUs);
});
afterAll(() => db.close());

test("we are every address of our people and mailboxes, under the domains that our mailboxes receive at", () => {
  expect(us).toEqual({
    addresses: [
      "akeller@contoso.onmicrosoft.com",
      "anna.k@contoso-group.com",
      "anna@contoso.com",
      "anna@outlook.com",
      "ben@fabrikam.example",
      "cleo@sold.example",
    ],
    domains: ["contoso-group.com", "contoso.com", "contoso.onmicrosoft.com"],
  });
});

test.each<[string | null, boolean]>([
  ["Somebody@Contoso-Group.com", true],
  [" BEN@fabrikam.example ", true],
  ["/O=EXCHANGELABS/OU=EXCHANGE ADMINISTRATIVE GROUP (FYDIBOHF23SPDLT)/CN=RECIPIENTS/CN=0A1B-BEN", true],
  ["anna@outlook.com", true],
  ["somebody@outlook.com", false],
  ["somebody@fabrikam.example", false],
  ["somebody@sold.example", false],
  ["left@elsewhere.example", false],
  ["x@other.example", false],
  ["x@sub.contoso.com", false],
  ["", false],
  [null, false],
])("%s is one of us: %s", (sender, is) => {
  expect(isOfUs(us, sender)).toBe(is);
});
