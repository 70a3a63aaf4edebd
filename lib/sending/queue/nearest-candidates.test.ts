import { afterAll, beforeAll, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { type LaunchedTeam, seedLaunched } from "@/db/seed/seed-launched";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { writeDrafts } from "../../drafts/write/write-drafts";
import { stubSettings } from "../../env/testing/stub-settings";
import { readShown } from "../../shown/read-shown";
import { hashSigned } from "../../shown/signed-by-launch";
import { lockCandidates } from "./lock-candidates";
import { lockQueues } from "./lock-queue";

/** More than are simply all looked at. */
const people = 2_600;
const now = new Date("2026-11-24T12:00:00Z");
const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
let db: TestDatabase;
let made: LaunchedTeam;

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
  made = await seedLaunched(db.admin, people, { reviewMode: "launch", dailyLimit: 150, now });
  const { scope, campaignId } = made;
  const shown = await withTeam(scope, (tx) => readShown(tx, campaignId));
  await db.admin`update campaign_launches set templates_hash = ${hashSigned(shown)}, launched_by = ${scope.memberId} where campaign_id = ${campaignId}`;
  while ((await writeDrafts({ ...scope, memberId: null }, { campaignId }, now)).more);
});
afterAll(() => db.close());

type Person = {
  id: string;
  draftId: string;
  position: number;
  step: number;
  due: Date | null;
  taken: boolean;
  until: Date | null;
  chosen: Date | null;
};

/** Whose mail is next, as it is to be: reckoned from the rows of all. */
async function expected(most: number, locked: ReadonlySet<string> = new Set()) {
  const all = await db.admin<Person[]>`
    select c.id, d.id as "draftId", c.position, c.current_sequence_step as step, c.due_at as due,
      exists (select 1 from scheduled_emails e where e.draft_id = d.id and e.status = 'pending') as taken,
      (select h.until from contact_holds h where h.campaign_contact_id = c.id and h.ended_at is null) as until,
      (select max(e.scheduled_for) from scheduled_emails e where e.draft_id = d.id and e.moved_by is not null and e.status = 'cancelled') as chosen
    from campaign_contacts c join email_drafts d on d.campaign_contact_id = c.id where c.campaign_id = ${made.campaignId}`;
  const times = ({ due, until, chosen }: Person) => [due, until, chosen].flatMap((time) => (time ? [time.getTime()] : []));
  const at = (one: Person) => Math.max(...times(one), times(one).length === 0 ? Number.POSITIVE_INFINITY : 0);
  const may = (one: Person) =>
    !one.taken &&
    !locked.has(one.id) &&
    times(one).every((time, n) => (one.step === 0 && n === 0 && one.due !== null) || time <= horizon.getTime());
  return all
    .filter(may)
    .sort((a, b) => Number(b.step > 0) - Number(a.step > 0) || (at(a) === at(b) ? a.position - b.position : at(a) - at(b)))
    .slice(0, most)
    .map(({ draftId }) => draftId);
}

const horizon = at(24);
const most = 301;
const found = () =>
  withTeam(made.scope, async (tx) => {
    const [queue] = await lockQueues(tx, made.campaignId, now);
    if (!queue) throw new Error("There is no queue.");
    return (await lockCandidates(tx, queue, now, 24)).map(({ draftId }) => draftId);
  });

test("the next to leave are found in pages as they are among all", async () => {
  const first = await expected(most);
  expect(first).toHaveLength(most);
  expect(await found()).toEqual(first);
});

test("of some who have slots, were moved or are held, and others who are due, the same", async () => {
  const { campaignId, stepIds } = made;
  await db.admin`insert into scheduled_emails (team_id, draft_id, contact_id, campaign_id, campaign_contact_id, sender_account_id, scheduled_for, status)
    select team_id, id, contact_id, campaign_id, campaign_contact_id, ${made.mailboxId}, ${at(1)}::timestamptz, 'pending' from email_drafts d
    where campaign_id = ${campaignId} and (select position from campaign_contacts c where c.id = d.campaign_contact_id) <= 700`;
  await db.admin`insert into scheduled_emails (team_id, draft_id, contact_id, campaign_id, campaign_contact_id, sender_account_id, scheduled_for, status, moved_by, cancelled_at)
    select team_id, id, contact_id, campaign_id, campaign_contact_id, ${made.mailboxId}, ${at(5)}::timestamptz, 'cancelled', ${made.scope.memberId}, ${now}::timestamptz from email_drafts d
    where campaign_id = ${campaignId} and (select position from campaign_contacts c where c.id = d.campaign_contact_id) between 1500 and 1520`;
  await db.admin`insert into contact_holds (team_id, campaign_contact_id, kind, began_at, until)
    select team_id, id, 'out of office', ${now}::timestamptz, ${now}::timestamptz + make_interval(hours => 3 * (position - 1999))
    from campaign_contacts where campaign_id = ${campaignId} and position between 2000 and 2019`;
  // Four at a time are due at the same moment.
  await db.admin`update campaign_contacts set current_sequence_step = 1, last_email_sent_at = ${at(-80)}::timestamptz, due_at = ${now}::timestamptz + make_interval(mins => position / 4)
    where campaign_id = ${campaignId} and position between 2100 and 2300`;
  await db.admin`update email_drafts d set sequence_id = ${stepIds[1] ?? ""} from campaign_contacts c
    where c.id = d.campaign_contact_id and d.campaign_id = ${campaignId} and c.current_sequence_step = 1`;
  // They no longer lie in the order in which they were enrolled.
  await db.admin`update campaign_contacts set position = position where id in (select id from campaign_contacts where campaign_id = ${campaignId} order by random() limit 1500)`;
  const next = await expected(most);
  expect(next).toHaveLength(most);
  expect(await found()).toEqual(next);
});

test("whom somebody else holds at the moment is passed over, however many they are", async () => {
  await db.admin.begin(async (tx) => {
    const held = await tx<{ id: string }[]>`
      select id from campaign_contacts where campaign_id = ${made.campaignId} and (position between 701 and 1400 or position between 2100 and 2150) for update`;
    const next = await expected(most, new Set(held.map(({ id }) => id)));
    expect(next).toHaveLength(most);
    expect(await found()).toEqual(next);
  });
});
