import { afterAll, beforeAll, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { readWeeks } from "../../analytics/read-weeks";
import { changeHold } from "../../campaigns/hold/change-hold";
import { readCampaign } from "../../campaigns/read/read-campaign";
import { readCampaignContacts } from "../../campaigns/read/read-campaign-contacts";
import { readCampaigns } from "../../campaigns/read/read-campaigns";
import { readContacts } from "../../contacts/read-contacts";
import { stubSettings } from "../../env/testing/stub-settings";
import { readMailboxes } from "../../senders/read-mailboxes";
import { seedFollowUp, seedNextReadyMail, seedReadyMail, seedSamePerson } from "../../sending/testing/seed-ready-mail";
import { recordMessage } from "../record-message";
import { asking, away, findingOf, human, type Mailed, report, seedMailed } from "../testing/seed-mailed";

let db: TestDatabase;
const at = (text: string) => new Date(`2026-${text}Z`);
const first = at("11-23T15:00");
const second = at("11-24T15:00");
const now = at("11-26T16:00");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());

/** Twelve people of a campaign of two steps, another campaign of one of them, and a team beside. */
async function seedHistory() {
  const one = await seedReadyMail(db.admin, first, { followUps: 1 });
  const people: Mailed[] = [await seedMailed(db.admin, one, first)];
  for (let n = 1; n < 12; n += 1)
    people.push(await seedMailed(db.admin, await seedNextReadyMail(db.admin, one, first, n), first));
  const theirs = await seedMailed(db.admin, await seedReadyMail(db.admin, first, { followUps: 1 }), first);
  await recordMessage(theirs.scope.teamId, findingOf(theirs, human, second), second);
  const who = (n: number) => people[n] as Mailed;
  const hear = (n: number, what: Parameters<typeof findingOf>[1], when: Date, change = {}) =>
    recordMessage(one.scope.teamId, findingOf(who(n), what, when, change), when);
  const end = (n: number, status: string, reason: string) =>
    db.admin`update campaign_contacts set status = ${status}, ended_reason = ${reason}, wait_reason = null where id = ${who(n).campaignContactId}`;
  const goOn = async (n: number) => seedMailed(db.admin, await seedFollowUp(db.admin, who(n), 2, second), second);

  // 0 answers, twice. 1 answers the first after the second mail. 2 answers the second, after they had got every mail.
  await hear(0, human, at("11-24T10:00"));
  await hear(0, human, at("11-25T10:00"));
  await goOn(1);
  await hear(1, human, at("11-25T11:00"));
  people[2] = await goOn(2);
  await end(2, "completed", "got every mail");
  await hear(2, human, at("11-26T09:00"));
  // 3 bounces and answers from elsewhere all the same. 4 bounces after the last mail. 5 asks for no more. 6 complains.
  await hear(3, report("address", { recipient: who(3).email }), at("11-24T10:00"));
  await hear(3, human, at("11-25T12:00"), { fromEmail: "other@elsewhere.example" });
  await end(4, "completed", "got every mail");
  await hear(4, report("address", { recipient: who(4).email }), at("11-25T10:00"));
  await hear(5, asking("remove"), at("11-25T13:00"));
  await hear(6, { kind: "complaint", recipient: who(6).email, originalMessageId: who(6).messageId }, at("11-25T14:00"));
  // 7 is away. 8 was taken for away and had written. 9 accepts a meeting. 10 has got every mail. 11 answers another campaign, from another mailbox.
  await hear(7, away("2026-12-01"), at("11-24T10:00"));
  await hear(8, away("2026-12-01"), at("11-25T15:00"));
  await changeHold(one.scope, who(8).contactId, { as: "reply" }, at("11-25T16:00"));
  await hear(9, { kind: "meeting", wish: null }, at("11-26T10:00"));
  await end(10, "completed", "got every mail");
  const ben = await seedMailbox(db.admin, one.scope.teamId, { email: "ben@contoso.com", displayName: "Ben" });
  const other = await seedMailed(db.admin, await seedSamePerson(db.admin, who(11), first), first);
  await db.admin`update campaign_contacts set sender_account_id = ${ben} where id = ${other.campaignContactId}`;
  await db.admin`update sent_emails set sender_account_id = ${ben} where id = ${other.sentEmailId}`;
  await recordMessage(
    one.scope.teamId,
    findingOf({ ...other, email: who(11).email }, human, at("11-26T11:00")),
    at("11-26T11:00"),
  );
  return { one, other, ben, who };
}

test("who answered is counted once and alike on every page, late answers among them and no automatic ones", async () => {
  const { one, other, ben, who } = await seedHistory();
  const answered = [0, 1, 2, 3, 5, 8, 9, 11];
  const stopped = [4, 6];

  const campaign = await readCampaign(one.scope, one.campaignId, now);
  expect(campaign.counts).toEqual({ total: 12, gotEveryMail: 1, replied: 8, stopped: 2, waiting: 1 });
  const listed = await withTeam(one.scope, (tx) => readCampaigns(tx, "UTC", now));
  expect(listed.find(({ id }) => id === one.campaignId)?.counts).toEqual(campaign.counts);
  expect(listed.find(({ id }) => id === other.campaignId)?.counts).toMatchObject({ total: 1, replied: 1 });

  expect(campaign.steps.map(({ replied }) => replied)).toEqual([7, 1]);

  const shown = async (status: string) =>
    (await readCampaignContacts(one.scope, one.campaignId, { status }, 1)).rows.map(({ contactId }) => contactId).sort();
  const ids = (of: number[]) => of.map((n) => who(n).contactId).sort();
  expect(await shown("replied")).toEqual(ids(answered));
  expect(await shown("stopped")).toEqual(ids(stopped));
  expect(await shown("done")).toEqual(ids([10]));
  expect(await shown("waiting")).toEqual(ids([7]));

  const contacts = (await readContacts(one.scope, {}, 1)).rows.filter(({ replied }) => replied).map(({ id }) => id);
  expect(contacts.sort()).toEqual(ids(answered));

  const mailboxes = await readMailboxes(one.scope, "UTC", now);
  const of = (id: string) => mailboxes.find((mailbox) => mailbox.id === id);
  expect(of(one.senderAccountId)).toMatchObject({ mailed: 12, replied: 8, bounced: 2 });
  expect(of(ben)).toMatchObject({ mailed: 1, replied: 1 });

  const weeks = await withTeam(one.scope, (tx) => readWeeks(tx, "UTC", now));
  expect(weeks).toMatchObject({ replies: 8, bounced: 2, unsubscribed: 2 });
  expect(weeks.days.filter(({ replies }) => replies > 0).map(({ day, replies }) => [day, replies])).toEqual([
    ["2026-11-24", 1],
    ["2026-11-25", 4],
    ["2026-11-26", 3],
  ]);
});
