import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { openContact } from "../contacts/open-contact";
import { stubSettings } from "../env/testing/stub-settings";
import { type ReadyMail, seedReadyMail } from "../sending/testing/seed-ready-mail";
import { findUnsubscribe, maskEmail } from "./find-unsubscribe";
import { liftSuppression } from "./lift-suppression";
import { suppressContact } from "./suppress-contact";
import { unsubscribe } from "./unsubscribe";

let db: TestDatabase;
let mail: ReadyMail;
let token: string;
let contact: string;
const now = new Date("2026-11-24T15:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  mail = await seedReadyMail(db.admin, now);
  ({ unsubscribeToken: token, contactId: contact } = mail);
});

const suppressions = () =>
  db.admin`select email_norm, reason, lifted_at is null as open from suppressions where team_id = ${mail.scope.teamId} order by created_at`;
const enrolled = async () =>
  (
    await db.admin`select status, ended_reason, wait_reason, next_at, unsubscribed_at from campaign_contacts where campaign_id = ${mail.campaignId}`
  )[0];
/** What the contact's page shows of its suppression. */
const shown = async () => {
  const { suppressed } = await openContact(mail.scope, contact, now);
  return { suppressionId: suppressed?.id ?? "", reason: suppressed?.reason ?? "" };
};
const slots = async () =>
  (await db.admin`select status from scheduled_emails where campaign_id = ${mail.campaignId}`).map((row) => row.status);
const stoppedEvents = () =>
  db.admin`select data from outbox where team_id = ${mail.scope.teamId} and name = 'campaign/contact.stopped'`;

describe("a link to unsubscribe", () => {
  test("is the one in the signed mail", async () => {
    const [draft] = await db.admin`select request from email_drafts where id = ${mail.draftId}`;
    expect(draft?.request.unsubscribeUrl).toBe(`http://localhost:3000/u/${token}`);
    expect(draft?.request.html).toContain(`href="http://localhost:3000/u/${token}"`);
  });

  test("shows the team and a masked address, and reading it a hundred times changes nothing", async () => {
    for (let n = 0; n < 100; n += 1) await findUnsubscribe(token);
    expect(await findUnsubscribe(token)).toMatchObject({
      teamName: "Contoso",
      postalAddress: "12 Harbor Street, Portland ME 04101",
      maskedEmail: maskEmail(mail.email),
      done: false,
    });
    expect(await suppressions()).toEqual([]);
    expect(await enrolled()).toMatchObject({ status: "pending" });
  });

  test.each(["", "x", "0".repeat(64), "../../", "' or 1=1 --"])("that we never made is not known: %j", async (unknown) => {
    expect(await findUnsubscribe(unknown)).toBeNull();
    await expect(unsubscribe(unknown, now)).rejects.toMatchObject({ code: "not_found" });
  });

  test("suppresses the address, ends every campaign, takes the slot back and tells the run", async () => {
    expect(await unsubscribe(token, now)).toMatchObject({ done: true });
    expect(await suppressions()).toEqual([{ email_norm: mail.email.toLowerCase(), reason: "unsubscribed", open: true }]);
    expect(await enrolled()).toEqual({
      status: "unsubscribed",
      ended_reason: "unsubscribed",
      wait_reason: null,
      next_at: null,
      unsubscribed_at: now,
    });
    expect(await slots()).toEqual(["cancelled"]);
    expect(await stoppedEvents()).toHaveLength(1);
    expect((await findUnsubscribe(token))?.done).toBe(true);
  });

  test("pressed again, and ten times at once, is the same as once", async () => {
    await Promise.all(Array.from({ length: 10 }, () => unsubscribe(token, now)));
    await unsubscribe(token, new Date(now.getTime() + 60_000));
    expect(await suppressions()).toHaveLength(1);
    expect(await enrolled()).toMatchObject({ unsubscribed_at: now });
    expect(await stoppedEvents()).toHaveLength(1);
  });

  test("works after the contact was archived and the campaign has ended", async () => {
    await db.admin`update contacts set archived_at = now() where id = ${contact}`;
    await db.admin`update campaign_contacts set status = 'completed', ended_reason = 'got every mail' where campaign_id = ${mail.campaignId}`;
    await unsubscribe(token, now);
    expect(await suppressions()).toMatchObject([{ reason: "unsubscribed" }]);
    expect(await enrolled()).toMatchObject({ ended_reason: "got every mail" });
  });

  test("is known to be used after its address was forgotten and only the hash is left", async () => {
    await unsubscribe(token, now);
    await withTeam(mail.scope, (tx) => tx.execute(sql`select forget_suppressed(${mail.email.toLowerCase()})`));
    expect(await suppressions()).toMatchObject([{ email_norm: null, open: true }]);
    expect((await findUnsubscribe(token))?.done).toBe(true);
    await unsubscribe(token, now);
    expect(await suppressions()).toMatchObject([{ email_norm: null, open: true }]);
  });

  test("outranks a suppression by hand, so that it is not lifted as if the team had decided it", async () => {
    await suppressContact(mail.scope, contact, now);
    await unsubscribe(token, now);
    expect(await suppressions()).toMatchObject([{ reason: "unsubscribed", open: true }]);
    expect((await findUnsubscribe(token))?.done).toBe(true);
  });

  test("means the address the mail went to, and the corrected one", async () => {
    await db.admin`update contacts set email = 'New@X.example', email_norm = 'new@x.example' where id = ${contact}`;
    await unsubscribe(token, now);
    expect((await suppressions()).map((row) => row.email_norm).sort()).toEqual(
      [mail.email.toLowerCase(), "new@x.example"].sort(),
    );
    expect((await findUnsubscribe(token))?.done).toBe(true);
  });
});

describe("a suppression by hand", () => {
  test("ends the contact in each open campaign and is written down", async () => {
    expect(await suppressContact(mail.scope, contact, now)).toMatchObject({ ended: 1, was: null });
    expect(await suppressContact(mail.scope, contact, now)).toMatchObject({
      ended: 0,
      was: expect.stringMatching(/^You suppressed this address already/),
    });
    expect(await enrolled()).toMatchObject({ status: "completed", ended_reason: "suppressed" });
    expect(await suppressions()).toEqual([{ email_norm: mail.email.toLowerCase(), reason: "by hand", open: true }]);
    const verbs = await db.admin`select verb, member_id from activities where contact_id = ${contact}`;
    expect(verbs[0]).toEqual({ verb: "suppressed", member_id: mail.scope.memberId });
  });

  test("is lifted with a reason, once, and a new one can follow", async () => {
    await suppressContact(mail.scope, contact, now);
    const seen = await shown();
    await liftSuppression(mail.scope, contact, seen, "Asked by phone", now);
    // The database dates what ends an entry by its own clock.
    await db.admin`update suppressions set lifted_at = ${now} where team_id = ${mail.scope.teamId}`;
    await expect(liftSuppression(mail.scope, contact, seen, "Again", now)).rejects.toMatchObject({
      code: "conflict",
      message: "You lifted it at 15:00.",
    });
    await suppressContact(mail.scope, contact, now);
    expect((await suppressions()).map((row) => row.open)).toEqual([false, true]);
    const [lifted] =
      await db.admin`select detail from activities where contact_id = ${contact} and verb = 'lifted a suppression'`;
    expect(lifted?.detail).toEqual({ reason: "Asked by phone", was: "by hand" });
  });

  test("is not lifted where the person asked for no more mail after it was shown", async () => {
    await suppressContact(mail.scope, contact, now);
    const seen = await shown();
    await unsubscribe(token, now);
    await expect(liftSuppression(mail.scope, contact, seen, "Asked by phone", now)).rejects.toMatchObject({
      code: "conflict",
      message: "The person asked meanwhile for no more mail. Look again before you lift it.",
    });
    expect(await suppressions()).toMatchObject([{ reason: "unsubscribed", open: true }]);
    await liftSuppression(mail.scope, contact, await shown(), "Asked by phone", now);
    expect(await suppressions()).toMatchObject([{ open: false }]);
  });

  test("is not lifted where it is another one than was shown", async () => {
    await suppressContact(mail.scope, contact, now);
    const seen = await shown();
    await liftSuppression(mail.scope, contact, seen, "Asked by phone", now);
    await suppressContact(mail.scope, contact, now);
    await db.admin`update suppressions set created_at = ${now} where team_id = ${mail.scope.teamId} and lifted_at is null`;
    await db.admin`update suppressions set lifted_at = ${now} where team_id = ${mail.scope.teamId} and lifted_at is not null`;
    await expect(liftSuppression(mail.scope, contact, seen, "Again", now)).rejects.toMatchObject({
      code: "conflict",
      message: "You lifted it at 15:00. You suppressed this address at 15:00. Look again before you lift it.",
    });
    expect((await suppressions()).map((row) => row.open).sort()).toEqual([false, true]);
  });

  test("of another team is no suppression that was shown", async () => {
    const theirs = await seedReadyMail(db.admin, now);
    await suppressContact(theirs.scope, theirs.contactId, now);
    const [foreign] = await db.admin`select id from suppressions where team_id = ${theirs.scope.teamId}`;
    await suppressContact(mail.scope, contact, now);
    const seen = { suppressionId: String(foreign?.id), reason: "by hand" };
    await expect(liftSuppression(mail.scope, contact, seen, "x", now)).rejects.toMatchObject({ code: "not_found" });
  });

  test("of another team's contact is not found", async () => {
    const theirs = (await seedTeam(db.admin)).scope;
    await expect(suppressContact(theirs, contact, now)).rejects.toMatchObject({ code: "not_found" });
    await expect(liftSuppression(theirs, contact, { suppressionId: contact, reason: "by hand" }, "x", now)).rejects.toMatchObject(
      { code: "not_found" },
    );
    expect(await suppressions()).toEqual([]);
  });
});

test.each([
  ["lena.fischeri@hotmail.com", "l…i@hotmail.com"],
  ["x@y.example", "x…@y.example"],
  ['"a@b"@y.example', '"…"@y.example'],
])("%s is shown as %s", (email, masked) => {
  expect(maskEmail(email)).toBe(masked);
});
