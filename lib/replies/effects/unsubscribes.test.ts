import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { seedAddress } from "@/db/seed/seed-address";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { readStream } from "../../campaigns/read/read-stream";
import { openContact } from "../../contacts/open-contact";
import { stubSettings } from "../../env/testing/stub-settings";
import { seedFollowUp, seedNextReadyMail, seedReadyMail, seedSamePerson } from "../../sending/testing/seed-ready-mail";
import { suppressContact } from "../../suppressions/suppress-contact";
import type { Finding } from "../finding";
import type { Told } from "../message/understood";
import { recordMessage } from "../record-message";
import { findingOf, type Mailed, seedMailed } from "../testing/seed-mailed";

let db: TestDatabase;
let mail: Mailed;
const sentAt = new Date("2026-11-23T15:00:00Z");
const came = new Date("2026-11-24T15:00:00Z");
const now = new Date("2026-11-24T15:01:00Z");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  mail = await seedMailed(db.admin, await seedReadyMail(db.admin, sentAt, { followUps: 2 }), sentAt);
});

const asks: Told = { kind: "human", wish: { wants: "remove", sentence: "unsubscribe" } };
const leaving = (token = mail.unsubscribeToken): Finding["understood"] => ({ kind: "unsubscribe", token, otherwise: asks });
/** A program writes to the mailbox anew: in no thread, and from whatever address. */
const record = (what = leaving(), change: Parameters<typeof findingOf>[3] = {}, of: Mailed = mail) =>
  recordMessage(
    of.scope.teamId,
    findingOf(of, what, came, { ...change, keys: { answers: [], subject: "", ...change.keys } }),
    now,
  );
const standing = async (of: { campaignContactId: string } = mail) =>
  (
    await db.admin`select status, ended_reason, unsubscribed_at, replied_at from campaign_contacts where id = ${of.campaignContactId}`
  )[0];
const left = { status: "unsubscribed", ended_reason: "unsubscribed", unsubscribed_at: now, replied_at: null };
const suppressed = async (of: Mailed = mail) =>
  (
    await db.admin`select email_norm, reason from suppressions where team_id = ${of.scope.teamId} and lifted_at is null order by email_norm`
  ).map((row) => `${row.email_norm}: ${row.reason}`);
const theirs = () => `${mail.email.toLowerCase()}: unsubscribed`;
const kinds = async () =>
  (await db.admin`select kind, matched_by from mailbox_messages where team_id = ${mail.scope.teamId}`).map((row) => [
    row.kind,
    row.matched_by,
  ]);
const replies = async () =>
  Number((await db.admin`select count(*)::int as n from email_replies where team_id = ${mail.scope.teamId}`)[0]?.n);

describe("a mail that unsubscribes", () => {
  test("suppresses all of the person's addresses, ends each campaign, takes the slot back, and counts as no reply", async () => {
    await seedAddress(db.admin, mail.contactId, "office@x.example");
    const next = await seedFollowUp(db.admin, mail, 2, new Date(now.getTime() + 3000));
    const other = await seedSamePerson(db.admin, mail, sentAt);
    expect(await record()).toBe(true);
    expect(await suppressed()).toEqual([theirs(), "office@x.example: unsubscribed"].sort());
    expect([await standing(), await standing(other)]).toEqual([left, left]);
    const slots =
      await db.admin`select status from scheduled_emails where draft_id in ${db.admin([next.draftId, other.draftId])}`;
    expect(slots.map(({ status }) => status)).toEqual(["cancelled", "cancelled"]);
    expect([await kinds(), await replies()]).toEqual([[["unsubscribe", "token"]], 0]);
  });

  test("is told once in the stream and once on the contact's page", async () => {
    await record();
    const stream = await withTeam(mail.scope, (tx) => readStream(tx, mail.campaignId, 20));
    expect(stream.map(({ kind }) => kind).filter((kind) => kind.startsWith("unsub"))).toEqual(["unsubscribe"]);
    const { happened, suppressed: now_ } = await openContact(mail.scope, mail.contactId, now);
    expect(happened.map(({ kind }) => kind).filter((kind) => ["unsubscribe", "suppressed"].includes(kind))).toEqual([
      "unsubscribe",
    ]);
    expect(now_).toMatchObject({ reason: "unsubscribed" });
  });

  test("counts whoever it comes from, and suppresses that address too", async () => {
    await record(leaving(), { fromEmail: "Lena@private.example" });
    expect(await suppressed()).toEqual(["lena@private.example: unsubscribed", theirs()].sort());
    expect(await standing()).toMatchObject(left);
  });

  test("from another contact of ours ends what they are in, too", async () => {
    const other = await seedNextReadyMail(db.admin, mail, sentAt, 1);
    await record(leaving(), { fromEmail: other.email });
    expect([await standing(), await standing(other)]).toEqual([left, left]);
  });

  test.each(["colleague@contoso.com", "anna@contoso.com"])(
    "handed on by one of ours, %s, suppresses none of ours",
    async (us) => {
      await record(leaving(), { fromEmail: us, isInside: true });
      expect(await suppressed()).toEqual([theirs()]);
      expect(await standing()).toMatchObject(left);
    },
  );

  test("without a sender does the same", async () => {
    await record(leaving(), { fromEmail: null, keys: { address: null } });
    expect(await suppressed()).toEqual([theirs()]);
  });

  test("twice, and in a colleague's mailbox, is the same as once", async () => {
    const ben = await seedMailbox(db.admin, mail.scope.teamId, { email: "ben@contoso.com", displayName: "Ben Ortiz" });
    const same = { internetMessageId: "<one@x.example>" };
    expect(await record(leaving(), { ...same, keys: { senderAccountId: ben } })).toBe(true);
    expect(await record(leaving(), same)).toBe(false);
    await Promise.all([record(), record(), record()]);
    expect(await suppressed()).toEqual([theirs()]);
    expect(await standing()).toEqual(left);
  });

  test("that came before its mailbox was connected holds: it can only be about a mail of ours", async () => {
    await db.admin`update deliveries set submitted_at = ${now}, created_at = ${now} where campaign_contact_id = ${mail.campaignContactId}`;
    await recordMessage(mail.scope.teamId, findingOf(mail, leaving(), new Date("2026-01-01T00:00:00Z")), now);
    expect(await suppressed()).toEqual([theirs()]);
  });

  test("after the contact was archived, and of a campaign that has ended, suppresses", async () => {
    await db.admin`update contacts set archived_at = now() where id = ${mail.contactId}`;
    await db.admin`update campaign_contacts set status = 'completed', ended_reason = 'got every mail' where id = ${mail.campaignContactId}`;
    await record();
    expect(await suppressed()).toEqual([theirs()]);
    expect(await standing()).toMatchObject({ ended_reason: "got every mail" });
  });

  test("is graver than what the team decided", async () => {
    await suppressContact(mail.scope, mail.contactId, now);
    await record();
    expect(await suppressed()).toEqual([theirs()]);
  });
});

describe("a token", () => {
  test("of another team does nothing there and nothing here, where nobody knows its sender", async () => {
    const there = await seedMailed(db.admin, await seedReadyMail(db.admin, sentAt), sentAt);
    const from = { fromEmail: "who@else.example", keys: { address: "who@else.example" } };
    await record(leaving(there.unsubscribeToken), from);
    expect([await suppressed(), await suppressed(there), (await standing())?.status]).toEqual([[], [], "in_progress"]);
    expect((await standing(there))?.status).toBe("in_progress");
  });

  test("that nobody has, from somebody who is known, is the wish of whoever writes", async () => {
    await record(leaving("0".repeat(64)));
    expect(await suppressed()).toEqual([`${mail.email.toLowerCase()}: asked in a reply`]);
    expect(await standing()).toMatchObject({ ended_reason: "asked not to be mailed" });
  });

  test("that nobody has, of a newsletter, leaves no trace", async () => {
    const what: Finding["understood"] = { kind: "unsubscribe", token: "0".repeat(64), otherwise: { kind: "other" } };
    expect(await record(what)).toBe(false);
    expect(await kinds()).toEqual([]);
  });
});
