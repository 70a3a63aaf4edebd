import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { seedSuppression } from "@/db/seed/seed-enrolment";
import { type LaunchedTeam, seedLaunched } from "@/db/seed/seed-launched";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { untilLocked } from "@/db/testing/until-locked";
import { stubSettings } from "../../env/testing/stub-settings";
import { buildDraftRequests } from "../../mail/build-draft-requests";
import { readShown } from "../../shown/read-shown";
import { hashSigned } from "../../shown/signed-by-launch";
import { writeDrafts } from "./write-drafts";

/** Many drafts are written and signed in one statement each; what holds for one holds for each of them. */
const people = 600;
const now = new Date("2026-11-24T12:00:00Z");
let db: TestDatabase;
let team: LaunchedTeam;

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  team = await seedLaunched(db.admin, people, { reviewMode: "launch", now });
  const shown = await withTeam(team.scope, (tx) => readShown(tx, team.campaignId));
  await db.admin`update campaign_launches set templates_hash = ${hashSigned(shown)}, launched_by = ${team.scope.memberId} where campaign_id = ${team.campaignId}`;
});

const write = (limit = 5000) => writeDrafts({ ...team.scope, memberId: null }, { campaignId: team.campaignId }, now, limit);
/** So many drafts, of so many people, with so many signatures. */
const kept = async () =>
  (
    await db.admin`select count(*)::int as drafts, count(distinct d.campaign_contact_id)::int as people, count(g.id)::int as signed
      from email_drafts d left join signatures g on g.draft_id = d.id and g.hash = d.request_hash and g.kind = 'launch' where d.campaign_id = ${team.campaignId}`
  )[0];
const contactAt = async (position: number) =>
  (
    await db.admin`select id, contact_id as contact, recipient_email as email from campaign_contacts
    where campaign_id = ${team.campaignId} and position = ${position}`
  )[0] as { id: string; contact: string; email: string };
const feeds = () => db.admin`select 1 from outbox where team_id = ${team.teamId} and name = 'campaign/feed'`;

/** What the database says of one of them, until the test ends. */
async function refuse(what: string, code: string) {
  await db.admin.unsafe(`create function public.in_the_way() returns trigger language plpgsql as $$
    begin if ${what} then raise exception 'no' using errcode = '${code}'; end if; return new; end $$`);
  await db.admin`create trigger in_the_way before insert on email_drafts for each row execute function public.in_the_way()`;
  return () => db.admin`drop function public.in_the_way() cascade`;
}

test("each has one draft and one signature over exactly the mail that it is, and the campaign is looked over once", async () => {
  expect(await write()).toEqual({ written: people, silent: 0, more: false });
  expect(await kept()).toEqual({ drafts: people, people, signed: people });
  expect(await feeds()).toHaveLength(1);
  const rows = await db.admin<{ id: string; hash: string }[]>`
    select id, request_hash as hash from email_drafts where campaign_id = ${team.campaignId}`;
  const built = await withTeam(team.scope, (tx) =>
    buildDraftRequests(
      tx,
      rows.map(({ id }) => id),
    ),
  );
  expect(rows.filter(({ id, hash }) => built.get(id)?.hash !== hash)).toEqual([]);
});

test("two workers at once write each of them once", async () => {
  const both = await Promise.all([write(), write()]);
  expect(both.map(({ more }) => more)).toEqual([false, false]);
  expect(await kept()).toEqual({ drafts: people, people, signed: people });
});

test("a crash between two transactions leaves whole ones, and called again it goes on", async () => {
  const allow = await refuse(`new.campaign_contact_id = '${(await contactAt(550)).id}'`, "40001");
  await expect(write()).rejects.toThrow();
  expect(await kept()).toEqual({ drafts: 500, people: 500, signed: 500 });
  await allow();
  expect(await write()).toMatchObject({ written: 100, more: false });
  expect(await kept()).toEqual({ drafts: people, people, signed: people });
});

test("those whom the database refuses are left alone, and hold nobody else up", async () => {
  const others = people - people / 60;
  const allow = await refuse("(select position from campaign_contacts where id = new.campaign_contact_id) % 60 = 17", "22021");
  expect(await write()).toEqual({ written: others, silent: 0, more: false });
  expect(await kept()).toEqual({ drafts: others, people: others, signed: others });
  await allow();
  expect(await write()).toMatchObject({ written: people / 60 });
});

test("where all are refused nobody is blamed: it fails as a whole, to be tried again", async () => {
  const allow = await refuse("true", "23514");
  await expect(write()).rejects.toThrow();
  expect(await kept()).toMatchObject({ drafts: 0 });
  await allow();
});

describe("while a batch is written", () => {
  /** Holds the batch up at its first person, makes the change, and lets it go on. */
  async function meanwhile(change: (tx: TestDatabase["admin"]) => Promise<unknown>) {
    const { contact } = await contactAt(1);
    let writing: Promise<unknown> | undefined;
    await db.admin.begin(async (tx) => {
      await tx`select 1 from contacts where id = ${contact} for update`;
      writing = write(500);
      await untilLocked(db);
      await change(tx as unknown as TestDatabase["admin"]);
    });
    await writing;
  }

  test("somebody who is suppressed is not signed, and all others are", async () => {
    const { email } = await contactAt(3);
    await meanwhile((tx) => seedSuppression(tx, team.teamId, email));
    expect(await kept()).toEqual({ drafts: 500, people: 500, signed: 499 });
    const [row] = await db.admin`select wait_reason as waits from campaign_contacts where id = ${(await contactAt(3)).id}`;
    expect(row?.waits).toBe("needs_signature");
  });

  test("another text of the step, or another signature block, leaves all of them to a person", async () => {
    await meanwhile((tx) => tx`update sender_accounts set signature_html = '<p>Free</p>' where id = ${team.mailboxId}`);
    expect(await kept()).toEqual({ drafts: 500, people: 500, signed: 0 });
  });

  test("somebody whom a colleague stops stays stopped", async () => {
    const { id } = await contactAt(5);
    await meanwhile(
      (tx) => tx`update campaign_contacts set status = 'completed', ended_reason = 'stopped by hand' where id = ${id}`,
    );
    const [row] = await db.admin`select status, wait_reason as waits from campaign_contacts where id = ${id}`;
    expect(row).toMatchObject({ status: "completed" });
    expect(row?.waits).not.toBe("needs_signature");
  });
});
