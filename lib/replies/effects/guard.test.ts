import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { clearTrouble } from "../../microsoft/clear-trouble";
import { countLastMails } from "../../senders/guard/count-last-mails";
import { letGoOn } from "../../senders/guard/let-go-on";
import { readMet } from "../../senders/guard/read-met";
import { watchTeam } from "../../senders/guard/watch-team";
import { readMailboxes } from "../../senders/read-mailboxes";
import { handOverMailbox } from "../../sending/hand-over/hand-over-mailbox";
import { readHandOver } from "../../sending/hand-over/read-hand-over";
import { ensureDelivery } from "../../sending/ledger/ensure-delivery";
import { refuseEarly } from "../../sending/ledger/refuse-early";
import { feedCampaign } from "../../sending/queue/feed-campaign";
import {
  type ReadyMail,
  seedFollowUp,
  seedNextReadyMail,
  seedReadyMail,
  seedSamePerson as seedSame,
} from "../../sending/testing/seed-ready-mail";
import { liftSuppression } from "../../suppressions/lift-suppression";
import { unsubscribe } from "../../suppressions/unsubscribe";
import { recordMessage } from "../record-message";
import { seedLeft } from "../testing/seed-left";
import { asking, findingOf, human, type Mailed, report } from "../testing/seed-mailed";
import { decideWish } from "./decide-wish";

let db: TestDatabase;
let ready: ReadyMail;
const at = (text: string) => new Date(`2026-${text}Z`);
const sentAt = at("11-23T15:00");
const now = at("11-24T15:00");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
/** Somebody whose first mail is signed and has its minute, in a campaign that has mailed others. */
beforeEach(async () => {
  ready = await seedReadyMail(db.admin, at("11-24T15:02"), { followUps: 2 });
  await ensureDelivery(ready.scope, ready.draftId, now);
});

const dead = (mail: Mailed, when = now, as: "address" | "for now" | "policy" | "forwarder" = "address") =>
  recordMessage(
    mail.scope.teamId,
    findingOf(mail, report(as, { recipient: mail.email }), when, { fromEmail: "mailer-daemon@mx.example" }),
    when,
  );
const asks = (mail: Mailed) => recordMessage(mail.scope.teamId, findingOf(mail, asking("remove"), now), now);
const complains = (mail: Mailed) =>
  recordMessage(
    mail.scope.teamId,
    findingOf(mail, { kind: "complaint", recipient: mail.email, originalMessageId: null }, now),
    now,
  );
/** By the button of their mail program. */
const leaves = (mail: Mailed) =>
  recordMessage(
    mail.scope.teamId,
    findingOf(mail, { kind: "unsubscribe", token: mail.unsubscribeToken, otherwise: { kind: "human", wish: null } }, now, {
      keys: { answers: [] },
    }),
    now,
  );
const guards = async (of: { scope: { teamId: string } } = ready) => [
  ...(await db.admin`select sender_account_id as mailbox, kind, counted, "of", allowed_percent as allowed, ended_at from mailbox_guards where team_id = ${of.scope.teamId} order by began_at`),
];
const verbs = async () =>
  (
    await db.admin`select verb, member_id from activities where team_id = ${ready.scope.teamId} and verb like '%guard%' order by at`
  ).map(({ verb }) => verb);
const count = (mailbox = ready.senderAccountId) => withTeam(ready.scope, (tx) => countLastMails(tx, mailbox));
/** What the last check says when the time of its slot has come. */
const lastCheck = () => refuseEarly(ready.scope, ready.draftId, ready.runId, async () => at("11-24T15:02"));
async function each(mails: Mailed[], how: (mail: Mailed) => Promise<unknown>) {
  for (const mail of mails) await how(mail);
}

describe("dead addresses", () => {
  test("ten of the last two hundred pass, the eleventh pauses the mailbox, in the same moment", async () => {
    const mails = await seedLeft(db.admin, ready, 200, sentAt);
    await each(mails.slice(0, 10), dead);
    expect(await guards()).toEqual([]);
    expect(await lastCheck()).toBeNull();
    await dead(mails[10] as Mailed);
    expect(await guards()).toMatchObject([
      { mailbox: ready.senderAccountId, kind: "dead addresses", counted: 11, of: 200, allowed: 5, ended_at: null },
    ]);
    expect(await verbs()).toEqual(["paused a mailbox by its guard"]);
    expect(await lastCheck()).toMatchObject({
      reason: "mailbox guarded",
    });
    expect(await db.admin`select status, cancel_reason from scheduled_emails where draft_id = ${ready.draftId}`).toEqual([
      { status: "cancelled", cancel_reason: "Mailbox paused by its guard rail" },
    ]);
    expect(await db.admin`select status from email_drafts where id = ${ready.draftId}`).toEqual([{ status: "approved" }]);
    expect(
      await db.admin`select 1 from outbox where name = 'campaign/feed' and data ->> 'campaignId' = ${ready.campaignId}`,
    ).not.toHaveLength(0);
  });

  test("only the last two hundred are looked at", async () => {
    const old = await seedLeft(db.admin, ready, 11, at("11-20T15:00"));
    await seedLeft(db.admin, ready, 200, sentAt, { place: 2000 });
    await each(old, dead);
    expect([await guards(), await count()]).toEqual([[], { of: 200, dead: 0, optOuts: 0 }]);
  });

  test("nothing is said before forty mails, and three of forty pause", async () => {
    const few = await seedLeft(db.admin, ready, 39, sentAt);
    await each(few.slice(0, 3), dead);
    expect(await guards()).toEqual([]);
    await seedLeft(db.admin, ready, 1, at("11-23T16:00"), { place: 2000 });
    await watchTeam(ready.scope.teamId, now);
    expect(await guards()).toMatchObject([{ counted: 3, of: 40 }]);
  });

  test("what is full for now, a policy, or an address behind theirs does not count", async () => {
    const mails = await seedLeft(db.admin, ready, 40, sentAt);
    await each(mails.slice(0, 5), (mail) => dead(mail, now, "for now"));
    await each(mails.slice(5, 7), (mail) => dead(mail, now, "forwarder"));
    await dead(mails[7] as Mailed, now, "policy");
    expect([await guards(), await count()]).toEqual([[], { of: 40, dead: 0, optOuts: 0 }]);
  });

  test("a mail in doubt has not left", async () => {
    const mails = await seedLeft(db.admin, ready, 40, sentAt);
    await db.admin`update deliveries set state = 'reconciling' where draft_id = ${mails[39]?.draftId ?? ""}`;
    await each(mails.slice(0, 3), dead);
    expect(await guards()).toEqual([]);
  });

  test("told of a second time, or of both mails to one person, counts once", async () => {
    const mails = await seedLeft(db.admin, ready, 40, sentAt);
    await each(mails.slice(0, 2), dead);
    await dead(mails[0] as Mailed, at("11-24T16:00"));
    expect([await guards(), await count()]).toEqual([[], { of: 40, dead: 2, optOuts: 0 }]);
  });

  test("an address that an administrator found sound is not counted the next time, and pauses nothing less", async () => {
    const mails = await seedLeft(db.admin, ready, 40, sentAt);
    await each(mails.slice(0, 3), dead);
    const [found] =
      await db.admin`select id, reason from suppressions where team_id = ${ready.scope.teamId} and email_norm = ${mails[0]?.email.toLowerCase() ?? ""}`;
    await liftSuppression(
      ready.scope,
      mails[0]?.contactId ?? "",
      { suppressionId: found?.id, reason: found?.reason },
      "They wrote",
      now,
    );
    await watchTeam(ready.scope.teamId, now);
    expect([await guards(), await count()]).toMatchObject([[{ ended_at: null }], { dead: 2 }]);
  });

  test("an address that was erased since still counts", async () => {
    const mails = await seedLeft(db.admin, ready, 40, sentAt);
    await each(mails.slice(0, 2), dead);
    const email = mails[0]?.email.toLowerCase();
    await withTeam(ready.scope, (tx) => tx.execute(sql`select forget_suppressed(${email})`));
    expect(
      await db.admin`select 1 from suppressions where team_id = ${ready.scope.teamId} and email_norm = ${email ?? ""}`,
    ).toEqual([]);
    expect(await count()).toMatchObject({ dead: 2 });
  });
});

describe("opt-outs", () => {
  test("by link, by mail, in words, by complaint, and as a person reads it: each counts, once", async () => {
    const mails = await seedLeft(db.admin, ready, 200, sentAt);
    await unsubscribe(mails[0]?.unsubscribeToken ?? "", now);
    await unsubscribe(mails[0]?.unsubscribeToken ?? "", now);
    await asks(mails[1] as Mailed);
    await complains(mails[2] as Mailed);
    const said = mails[3] as Mailed;
    await recordMessage(said.scope.teamId, findingOf(said, human, now), now);
    const [message] = await db.admin`select id from mailbox_messages where contact_id = ${said.contactId}`;
    expect(await count()).toMatchObject({ optOuts: 3 });
    await decideWish(ready.scope, message?.id, "remove", now);
    expect([await guards(), await count()]).toEqual([[], { of: 200, dead: 0, optOuts: 4 }]);
    await leaves(mails[4] as Mailed);
    expect(await guards()).toMatchObject([{ kind: "opt-outs", counted: 5, of: 200, allowed: 2 }]);
    // What was misread is not counted again, and does not let the mailbox go on.
    await decideWish(ready.scope, message?.id, null, now);
    await watchTeam(ready.scope.teamId, now);
    expect([await guards(), await count()]).toMatchObject([[{ ended_at: null }], { optOuts: 4 }]);
  });

  test("who the team suppresses by hand has said nothing", async () => {
    const mails = await seedLeft(db.admin, ready, 40, sentAt);
    for (const mail of mails.slice(0, 5))
      await db.admin`insert into suppressions (team_id, email_norm, reason) values (${mail.scope.teamId}, ${mail.email.toLowerCase()}, 'by hand')`;
    expect(await count()).toMatchObject({ optOuts: 0 });
  });

  test("count for the mailbox whose mail it was, and not for the other that wrote to them too", async () => {
    const other = await seedMailbox(db.admin, ready.scope.teamId, { email: "ben@contoso.com", displayName: "Ben Okafor" });
    const mails = await seedLeft(db.admin, ready, 40, sentAt);
    const both = mails[0] as Mailed;
    const again = await seedSame(db.admin, both, at("11-25T15:00"));
    await db.admin`update email_drafts set sender_account_id = ${other} where id = ${again.draftId}`;
    await seedDeliveryOf(again.draftId, at("11-23T18:00"));
    expect(await count(other)).toEqual({ of: 1, dead: 0, optOuts: 0 });
    await unsubscribe(both.unsubscribeToken, now);
    expect([await count(other), await count()]).toMatchObject([{ optOuts: 0 }, { optOuts: 1 }]);
    expect(await guards()).toMatchObject([{ mailbox: ready.senderAccountId, counted: 1, of: 40 }]);
  });
});

async function seedDeliveryOf(draftId: string, submitted: Date) {
  await db.admin`insert into deliveries (team_id, draft_id, campaign_id, campaign_contact_id, sequence_id, contact_id, sender_account_id, state, send_key, request_hash, submitted_at, accepted_at)
    select team_id, id, campaign_id, campaign_contact_id, sequence_id, contact_id, sender_account_id, 'accepted', replace(gen_random_uuid()::text, '-', ''), 'h', ${submitted}, ${submitted}
    from email_drafts where id = ${draftId}`;
}

describe("a guarded mailbox", () => {
  test("two reports in one moment are counted together, and are one pause", async () => {
    for (let round = 0; round < 5; round += 1) {
      ready = await seedReadyMail(db.admin, at("11-24T15:02"), { followUps: 2 });
      const mails = await seedLeft(db.admin, ready, 40, sentAt);
      await dead(mails[0] as Mailed);
      // Each alone would be the second of forty, which passes.
      await Promise.all([dead(mails[1] as Mailed), dead(mails[2] as Mailed)]);
      expect(await guards()).toMatchObject([{ counted: 3, of: 40 }]);
      const [, , ...rest] = mails;
      await Promise.all(rest.slice(1, 4).map((mail) => dead(mail)));
      expect(await guards()).toHaveLength(1);
    }
    expect(await verbs()).toEqual(["paused a mailbox by its guard"]);
  });

  test("holds first mails and follow-ups alike, and says so of each", async () => {
    const mails = await seedLeft(db.admin, ready, 40, sentAt);
    const follows = await seedFollowUp(db.admin, mails[20] as Mailed, 2, at("11-24T15:03"));
    await db.admin`update campaign_contacts set due_at = ${sentAt}, run_id = 'run-1' where id = ${follows.campaignContactId}`;
    await each(mails.slice(0, 3), dead);
    await feedCampaign(ready.scope, ready.campaignId, now);
    for (const { campaignContactId } of [ready, follows])
      expect(await db.admin`select wait_reason, next_at from campaign_contacts where id = ${campaignContactId}`).toEqual([
        { wait_reason: "mailbox_guarded", next_at: null },
      ]);
    expect(await db.admin`select 1 from scheduled_emails where team_id = ${ready.scope.teamId} and status = 'pending'`).toEqual(
      [],
    );
    expect(await lastCheck()).toMatchObject({
      reason: "mailbox guarded",
    });
  });

  test("is one mailbox: another of the team and another team go on", async () => {
    const other = await seedMailbox(db.admin, ready.scope.teamId, { email: "ben@contoso.com", displayName: "Ben Okafor" });
    const elsewhere = await seedReadyMail(db.admin, at("11-24T15:02"), { followUps: 2 });
    const mails = await seedLeft(db.admin, ready, 40, sentAt);
    await seedLeft(db.admin, ready, 40, sentAt, { place: 2000, mailbox: other });
    await seedLeft(db.admin, elsewhere, 40, sentAt);
    await each(mails.slice(0, 3), dead);
    await watchTeam(elsewhere.scope.teamId, now);
    await watchTeam(ready.scope.teamId, now);
    expect([await guards(), await guards(elsewhere)]).toMatchObject([[{ mailbox: ready.senderAccountId }], []]);
    expect(await db.admin`select status from scheduled_emails where draft_id = ${elsewhere.draftId}`).toEqual([
      { status: "pending" },
    ]);
  });

  test("shows a trouble at Microsoft first, whose end does not let it go on, and takes no campaign over", async () => {
    const other = await seedMailbox(db.admin, ready.scope.teamId, { email: "ben@contoso.com", displayName: "Ben Okafor" });
    await db.admin`update sender_accounts set tid = 't', oid = email where team_id = ${ready.scope.teamId}`;
    const mails = await seedLeft(db.admin, ready, 40, sentAt);
    await each(mails.slice(0, 3), dead);
    const row = async () => (await readMailboxes(ready.scope, "UTC", now)).find(({ id }) => id === ready.senderAccountId);
    expect(await row()).toMatchObject({ hold: "guarded", heldSince: now, guard: { counted: 3, of: 40, kind: "dead addresses" } });
    await db.admin`update sender_accounts set trouble = 'full', trouble_since = ${sentAt} where id = ${ready.senderAccountId}`;
    expect(await row()).toMatchObject({ hold: "full", heldSince: sentAt, guard: { counted: 3 } });
    // First mails would leave of one that cannot be read: that none does is the guard's doing.
    await db.admin`update sender_accounts set trouble = 'unreadable' where id = ${ready.senderAccountId}`;
    expect(await row()).toMatchObject({ hold: "guarded" });
    await clearTrouble(ready.scope, ready.senderAccountId, now, "unreadable");
    expect([await row(), await guards()]).toMatchObject([{ hold: "guarded" }, [{ ended_at: null }]]);
    const { targets } = await withTeam(ready.scope, (tx) => readHandOver(tx, other));
    expect(targets).toEqual([]);
    const giving = { senderAccountId: other, to: ready.senderAccountId, withThreads: false };
    await expect(handOverMailbox(ready.scope, giving, now)).rejects.toMatchObject({ code: "blocked" });
    expect(
      await handOverMailbox(ready.scope, { ...giving, senderAccountId: ready.senderAccountId, to: other }, now),
    ).toMatchObject({
      people: 1,
    });
  });

  test("gives back, in the sweep, a slot that somebody had in hand", async () => {
    const mails = await seedLeft(db.admin, ready, 40, sentAt);
    await each(mails.slice(0, 2), dead);
    await db.admin.begin(async (hand) => {
      await hand`select 1 from email_drafts where id = ${ready.draftId} for update`;
      await dead(mails[2] as Mailed);
    });
    const slot = () => db.admin`select status from scheduled_emails where draft_id = ${ready.draftId}`;
    expect(await slot()).toEqual([{ status: "pending" }]);
    await watchTeam(ready.scope.teamId, now);
    expect(await slot()).toEqual([{ status: "cancelled" }]);
  });

  test("pauses by the team's own stricter share, which the database never lets be laxer", async () => {
    await seedLeft(db.admin, ready, 198, sentAt, { place: 3000 });
    const mails = await seedLeft(db.admin, ready, 2, at("11-23T17:00"));
    await each(mails, dead);
    expect(await guards()).toEqual([]);
    await db.admin`update teams set guard_dead_percent = 0.5 where id = ${ready.scope.teamId}`;
    await watchTeam(ready.scope.teamId, now);
    expect(await guards()).toMatchObject([{ counted: 2, of: 200, allowed: 0.5 }]);
    await expect(db.admin`update teams set guard_dead_percent = 5.5 where id = ${ready.scope.teamId}`).rejects.toThrow(
      "teams_guard_dead",
    );
  });
});

describe("letting it go on", () => {
  async function paused() {
    const mails = await seedLeft(db.admin, ready, 40, sentAt);
    await each(mails.slice(0, 3), dead);
    const [guard] = await db.admin`select id from mailbox_guards where team_id = ${ready.scope.teamId}`;
    return { mails, guardId: String(guard?.id) };
  }

  test("counts anew, gives slots again one after another, and is written down", async () => {
    const { guardId, mails } = await paused();
    const second = await seedNextReadyMail(db.admin, ready, at("11-24T15:03"));
    await watchTeam(ready.scope.teamId, now);
    await db.admin`update campaign_settings set delay_between_emails_seconds = 60 where campaign_id = ${ready.campaignId}`;
    await letGoOn(ready.scope, guardId, now);
    expect([await count(), await verbs()]).toEqual([
      { of: 0, dead: 0, optOuts: 0 },
      ["paused a mailbox by its guard", "let a guarded mailbox go on"],
    ]);
    await feedCampaign(ready.scope, ready.campaignId, now);
    const slots =
      await db.admin`select scheduled_for as at from scheduled_emails where draft_id in (${ready.draftId}, ${second.draftId}) and status = 'pending' order by 1`;
    expect(slots).toHaveLength(2);
    expect(slots[1]?.at - slots[0]?.at).toBeGreaterThanOrEqual(60_000);
    await dead(mails[5] as Mailed, at("11-24T15:10"));
    await seedLeft(db.admin, ready, 39, at("11-24T16:00"), { place: 4000 });
    await watchTeam(ready.scope.teamId, at("11-24T17:00"));
    expect(await guards()).toHaveLength(1);
  });

  test("pauses again after forty more mails that are no better", async () => {
    const { guardId } = await paused();
    await letGoOn(ready.scope, guardId, now);
    const next = await seedLeft(db.admin, ready, 40, at("11-24T16:00"), { place: 4000 });
    await each(next.slice(0, 3), (mail) => dead(mail, at("11-24T18:00")));
    expect(await guards()).toMatchObject([{ of: 40 }, { counted: 3, of: 40, ended_at: null }]);
  });

  test("of two colleagues the second is told who was faster; another team finds nothing", async () => {
    const { guardId } = await paused();
    const [ben] =
      await db.admin`insert into members (team_id, tid, oid, name, email, role) select team_id, tid, 'ben', 'Ben Okafor', 'ben@contoso.com', 'member' from members where id = ${ready.scope.memberId} returning id`;
    const elsewhere = await seedReadyMail(db.admin, at("11-24T15:02"));
    await expect(letGoOn(elsewhere.scope, guardId, now)).rejects.toMatchObject({ code: "not_found" });
    await letGoOn({ ...ready.scope, memberId: ben?.id }, guardId, now);
    await expect(letGoOn(ready.scope, guardId, now)).rejects.toThrow("Ben Okafor let it go on already at 15:00.");
    expect(await verbs()).toHaveLength(2);
  });

  test("is asked for with whom it met and where they came from", async () => {
    const { mails } = await paused();
    const met = await readMet(ready.scope, ready.senderAccountId, "dead addresses");
    expect(met.people.map(({ id }) => id).sort()).toEqual(
      mails
        .slice(0, 3)
        .map(({ contactId }) => contactId)
        .sort(),
    );
    expect(met.sources.reduce((sum, { people }) => sum + people, 0)).toBe(3);
  });
});
