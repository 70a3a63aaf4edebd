import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inventPeople } from "@/db/seed/invent-people";
import { seedContacts } from "@/db/seed/seed-contacts";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { launchCampaign } from "../campaigns/launch/launch-campaign";
import { showLaunch } from "../campaigns/launch/show-launch";
import { type LaunchWorld, listed, seedLaunch } from "../campaigns/launch/testing/seed-launch";
import { addContact } from "../contacts/add-contact";
import { addMembers } from "../contacts/add-members";
import { archiveContacts, restoreContacts } from "../contacts/archive-contacts";
import { readContacts } from "../contacts/read-contacts";
import { readRail } from "../contacts/read-rail";
import { removeMembers } from "../contacts/remove-members";
import { stubSettings } from "../env/testing/stub-settings";
import { addUpload } from "../lists/add-upload";
import { confirmUpload } from "../uploads/confirm-upload";
import { processRows } from "../uploads/import/process-rows";
import { openUpload } from "../uploads/open-upload";
import { previewUpload } from "../uploads/preview-upload";
import { readResult } from "../uploads/read-result";
import { waysOntoTheList } from "./testing/ways-onto-the-list";

/** However somebody who is suppressed comes into a list, no launch enrols them, and every page says that they are suppressed. */
let db: TestDatabase;
let world: LaunchWorld;
const now = new Date("2026-11-24T15:00:00Z");
const email = "Said.No@gone.example";

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  world = await seedLaunch(db.admin);
});

const idOf = async () =>
  String(
    (await db.admin`select id from contacts where team_id = ${world.scope.teamId} and email_norm = ${email.toLowerCase()}`)[0]
      ?.id,
  );
const intoList = async () => addMembers(world.scope, world.listId, [await idOf()], now);
async function seeded() {
  await seedContacts(
    db.admin,
    world.scope.teamId,
    inventPeople(1, 20).map((one) => ({ ...one, email })),
  );
}

/** How somebody gets onto the campaign's list; the list of who said no names them before, or else after. */
const ways: [string, "before" | "after", () => Promise<unknown>][] = [
  [
    "by a file, in other letters and with blanks",
    "before",
    async () => {
      async function* bytes() {
        yield new TextEncoder().encode(`First name,E-Mail\nSaid,"  ${email.toUpperCase()} "\n`);
      }
      const id = await openUpload(world.scope, "people.csv", bytes(), now);
      const targets = (await previewUpload(world.scope, id)).upload.mapping.map((one) => one.target);
      await confirmUpload(world.scope, id, { targets, knownPolicy: "fill", listName: null }, now);
      while (!(await processRows(world.scope, id, now)).done);
      await addUpload(world.scope, world.listId, id, now);
      expect((await readResult(world.scope, id, 1)).suppressed).toBe(1);
    },
  ],
  [
    "by hand",
    "before",
    async () => {
      await addContact(world.scope, { email: ` ${email.toUpperCase()} `, firstName: "Said", lastName: "No", company: "" }, now);
      await intoList();
    },
  ],
  [
    "under another address that is corrected to it",
    "before",
    () =>
      db.admin`update contacts set email = ${email}, email_norm = ${email.toLowerCase()} where id = ${world.contactIds[0] ?? ""}`,
  ],
  [
    "with it as an address they answer from",
    "before",
    async () => {
      await seeded();
      await db.admin`update contacts set email = 'new@elsewhere.example', email_norm = 'new@elsewhere.example' where id = ${await idOf()}`;
      await db.admin`insert into contact_list_members (team_id, list_id, contact_id)
        select team_id, ${world.listId}, id from contacts where team_id = ${world.scope.teamId} and email_norm = 'new@elsewhere.example'`;
    },
  ],
  ["before they said no", "after", async () => seeded().then(intoList)],
  [
    "archived since and brought back",
    "after",
    async () => {
      await seeded();
      await intoList();
      const id = await idOf();
      await archiveContacts(world.scope, [id], now);
      await restoreContacts(world.scope, [id], now);
    },
  ],
  [
    "removed since and added again",
    "after",
    async () => {
      await seeded();
      await intoList();
      await removeMembers(world.scope, world.listId, [await idOf()], now);
      await intoList();
    },
  ],
];

async function launched(): Promise<string[]> {
  const { viewId } = await showLaunch(world.scope, world.campaignId, now);
  await launchCampaign(world.scope, world.campaignId, viewId, now);
  const rows =
    await db.admin`select lower(recipient_email) as email from campaign_contacts where campaign_id = ${world.campaignId}`;
  return rows.map((row) => row.email);
}

describe.each(waysOntoTheList)("suppressed %s, nobody is enrolled who came into the list", (_kind, suppress) => {
  test.each(ways)("%s", async (_way, when, come) => {
    if (when === "before") await suppress(db.admin, world.scope, email);
    await come();
    if (when === "after") await suppress(db.admin, world.scope, email);
    const [shown, rail] = [await readContacts(world.scope, { suppressed: true }, 1), await readRail(world.scope)];
    expect([shown.total, shown.rows[0]?.suppressed, rail.suppressed]).toEqual([1, "by hand", 1]);
    const enrolled = await launched();
    expect(enrolled.filter((one) => one === email.toLowerCase() || one === "new@elsewhere.example")).toEqual([]);
    expect(enrolled.length).toBeGreaterThanOrEqual(listed.length - 1);
  });
});

test.each(ways)("not suppressed, they are enrolled who came into the list %s", async (_way, _when, come) => {
  await come().catch(() => undefined);
  expect((await launched()).some((one) => one === email.toLowerCase() || one === "new@elsewhere.example")).toBe(true);
});
