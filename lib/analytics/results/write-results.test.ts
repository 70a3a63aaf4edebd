import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { seedEnrolment } from "@/db/seed/seed-enrolment";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { type LaunchWorld, listed, seedLaunch, seedSame } from "../../campaigns/launch/testing/seed-launch";
import { writeResults } from "./write-results";

let db: TestDatabase;
let world: LaunchWorld;
let campaignId: string;

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  world = await seedLaunch(db.admin);
  campaignId = (await seedSame(db.admin, world, "completed")).campaignId;
});

async function read(scope = world.scope): Promise<string> {
  let text = "";
  for await (const piece of writeResults(scope, campaignId)) text += piece;
  return text;
}

test("says in words what became of everybody, in line order", async () => {
  const sentAt = new Date("2026-11-23T15:00:00Z");
  await seedEnrolment(db.admin, campaignId, world.contactIds[1] ?? "", {
    status: "completed",
    position: 2,
    sent: 2,
    lastSentAt: sentAt,
  });
  await seedEnrolment(db.admin, campaignId, world.contactIds[0] ?? "", {
    status: "replied",
    position: 1,
    sent: 1,
    lastSentAt: sentAt,
  });
  await db.admin`update campaign_contacts set ended_reason = 'got every mail' where campaign_id = ${campaignId} and status = 'completed'`;
  await db.admin`update campaign_contacts set ended_reason = 'replied', replied_at = '2026-11-24T09:00:00Z' where campaign_id = ${campaignId} and status = 'replied'`;
  const [first, second] = listed;
  expect(await read()).toBe(
    "\ufeffname,address,status,mails sent,last sent at,replied at,ended reason\r\n" +
      `${first?.firstName} ${first?.lastName},${first?.email},Replied,1,2026-11-23T15:00:00.000Z,2026-11-24T09:00:00.000Z,replied\r\n` +
      `${second?.firstName} ${second?.lastName},${second?.email},Got every mail,2,2026-11-23T15:00:00.000Z,,got every mail\r\n`,
  );
});

test("no name is run as a formula by a spreadsheet", async () => {
  await db.admin`update contacts set name = '=HYPERLINK("http://x.example","Open")' where id = ${world.contactIds[0] ?? ""}`;
  await seedEnrolment(db.admin, campaignId, world.contactIds[0] ?? "");
  expect(await read()).toContain(`\r\n"'=HYPERLINK(""http://x.example"",""Open"")",`);
});

test("goes on behind a full piece, each once", async () => {
  await db.admin`with made as (insert into contacts (team_id, name, email, email_norm, raw_data, upload_batch_id)
      select ${world.scope.teamId}, 'N' || n, 'n' || n || '@many.example', 'n' || n || '@many.example', '{}', (select upload_batch_id from contacts where id = ${world.contactIds[0] ?? ""}) from generate_series(1, 4001) n returning id, email, split_part(email, '@', 1) as n)
    insert into campaign_contacts (team_id, campaign_id, contact_id, sender_account_id, recipient_email, position, status)
    select ${world.scope.teamId}, ${campaignId}, id, ${world.mailbox}, email, 7, 'completed' from made`;
  const lines = (await read()).trim().split("\r\n").slice(1);
  expect(lines).toHaveLength(4001);
  expect(new Set(lines).size).toBe(4001);
});

test("another team finds nothing", async () => {
  const theirs = await seedLaunch(db.admin);
  await expect(read(theirs.scope)).rejects.toMatchObject({ code: "not_found" });
});
