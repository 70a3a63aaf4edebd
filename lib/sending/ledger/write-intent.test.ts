import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { seedCampaign } from "@/db/seed/seed-campaign";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stopAll } from "../../campaigns/stop-all";
import { stubSettings } from "../../env/testing/stub-settings";
import { buildDraftRequest } from "../../mail/build-draft-request";
import { endPlace, giveRun, redirect } from "../testing/place-of";
import { everyKind, type ReadyMail, seedReadyMail } from "../testing/seed-ready-mail";
import { ensureDelivery } from "./ensure-delivery";
import { writeIntent } from "./write-intent";

let db: TestDatabase;
let scope: { teamId: string; memberId: string };
let delivery: string;
let draft: string;
let mail: ReadyMail;
const now = new Date("2026-11-24T15:00:00Z");
const run = "run-1";

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());

const intents = async () =>
  Number((await db.admin`select count(*)::int as n from delivery_intents where delivery_id = ${delivery}`)[0]?.n);

describe.each(everyKind)("of a %s mail", (kind) => {
  beforeEach(async () => {
    mail = await seedReadyMail(db.admin, now, { kind });
    ({ scope, draftId: draft } = mail);
    const { id } = await ensureDelivery(scope, draft, now);
    delivery = id;
    await db.admin`update deliveries set state = 'drafted', graph_id = 'AAk' where id = ${delivery}`;
  });

  test("a mail leaves as it was signed, although signature block, team and contact's name are others by now", async () => {
    await db.admin`update sender_accounts set signature_html = '<p>x</p>' where team_id = ${scope.teamId}`;
    await db.admin`update teams set name = 'Other', postal_address = 'Elsewhere' where id = ${scope.teamId}`;
    await db.admin`update contacts set name = 'Other' where team_id = ${scope.teamId}`;
    expect(await writeIntent(scope, delivery, run, () => now)).not.toHaveProperty("refused");
    expect(await intents()).toBe(1);
  });

  test("a mail gets one intent, also when twenty ask at once", async () => {
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => writeIntent(scope, delivery, run, () => now)));
    expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
    expect(await intents()).toBe(1);
    const [row] = await db.admin`select state, submitted_at from deliveries where id = ${delivery}`;
    expect(row).toEqual({ state: "submitting", submitted_at: now });
  });

  describe("no intent is written", () => {
    const refusals: [string, () => Promise<unknown>, string][] = [
      ["while all sending is stopped", () => stopAll(scope, now), "stopped"],
      ["after the person answered", () => endPlace(db.admin, mail), "ended"],
      [
        "after an answer in another thread that nobody knew of who enrolled the person, or signed the mail",
        () => db.admin`insert into email_replies (team_id, contact_id, message_id, received_at, sender_account_id)
        values (${scope.teamId}, ${mail.contactId}, '<r@x>', now(), ${mail.senderAccountId})`,
        "answered",
      ],
      [
        "while it does not lie in the mailbox as it was signed",
        () => db.admin`insert into mail_differences (team_id, delivery_id, place, found_at, found, differences)
        values (${scope.teamId}, ${delivery}, 'draft', now(), '{}', '[]')`,
        "changed in Outlook",
      ],
      [
        "whose footer, signed as it is, has no postal address",
        async () => {
          await db.admin`update teams set postal_address = null where id = ${scope.teamId}`;
          await db.admin`update email_drafts set status = 'draft' where id = ${draft}`;
          const { request, hash } = await withTeam(scope, (tx) => buildDraftRequest(tx, draft));
          await db.admin`update email_drafts set status = 'scheduled', request = ${db.admin.json(request)}, request_hash = ${hash} where id = ${draft}`;
          await db.admin`update signatures set hash = ${hash} where draft_id = ${draft}`;
          await db.admin`update deliveries set request_hash = ${hash} where id = ${delivery}`;
        },
        "footer incomplete",
      ],
      ["for a run that lost the contact", () => giveRun(db.admin, mail, "other"), "lost its run"],
      [
        "while the mailbox is signed out",
        () => db.admin`update sender_accounts set status = 'signed_out' where team_id = ${scope.teamId}`,
        "mailbox signed out",
      ],
      [
        "for a suppressed address",
        () =>
          db.admin`insert into suppressions (team_id, email_norm, reason) select ${scope.teamId}, email_norm, 'unsubscribed' from contacts where team_id = ${scope.teamId}`,
        "suppressed",
      ],
      [
        "for a suppressed address, although the contact's was corrected since",
        async () => {
          await db.admin`insert into suppressions (team_id, email_norm, reason) select ${scope.teamId}, email_norm, 'unsubscribed' from contacts where team_id = ${scope.teamId}`;
          await db.admin`update contacts set email = 'new@x.example', email_norm = 'new@x.example' where team_id = ${scope.teamId}`;
        },
        "suppressed",
      ],
      [
        "for somebody who said no from another address of theirs",
        async () => {
          await db.admin`insert into contact_addresses (team_id, contact_id, address, address_norm, kind, source)
          select team_id, id, 'office@x.example', 'office@x.example', 'answers from', 'belongs to' from contacts where team_id = ${scope.teamId}`;
          await db.admin`insert into suppressions (team_id, email_norm, reason) values (${scope.teamId}, 'office@x.example', 'asked in a reply')`;
        },
        "suppressed",
      ],
      [
        "without a live signature",
        () => db.admin`update signatures set voided_at = now() where draft_id = ${draft}`,
        "not signed",
      ],
      [
        "when the text changed since",
        () => db.admin`update email_drafts set edited_body = '<p>Other</p>' where id = ${draft}`,
        "changed since it was signed",
      ],
      [
        "when the subject changed since",
        () => db.admin`update email_drafts set edited_subject = 'Other' where id = ${draft}`,
        "changed since it was signed",
      ],
      ["when the recipient changed since", () => redirect(db.admin, mail, "other@x.example"), "changed since it was signed"],
      [
        "when the mailbox's address changed since",
        () => db.admin`update sender_accounts set email = 'other@contoso.com' where team_id = ${scope.teamId}`,
        "sender corrected",
      ],
      [
        "when the kept request was altered since",
        () =>
          db.admin`update email_drafts set request = jsonb_set(request, '{html}', to_jsonb(request->>'html' || 'x')) where id = ${draft}`,
        "changed since it was signed",
      ],
      [
        "when the kept request is of a version nobody knows",
        () => db.admin`update email_drafts set request = jsonb_set(request, '{version}', '9') where id = ${draft}`,
        "changed since it was signed",
      ],
      [
        "when the kept request is lost",
        () => db.admin`update email_drafts set request = null where id = ${draft}`,
        "changed since it was signed",
      ],
      [
        "before its slot",
        () => db.admin`update scheduled_emails set scheduled_for = ${new Date(now.getTime() + 60_000)} where draft_id = ${draft}`,
        "not yet",
      ],
      ["for no run at all", () => giveRun(db.admin, mail, null), "lost its run"],
      ["without a slot", () => db.admin`update scheduled_emails set status = 'cancelled' where draft_id = ${draft}`, "no slot"],
    ];
    // An answer has no footer to lack anything.
    const holding = refusals.filter(([, , reason]) => kind !== "answer" || reason !== "footer incomplete");
    test.each(holding)("%s", async (_, change, reason) => {
      await change();
      expect(await writeIntent(scope, delivery, run, () => now)).toMatchObject({ refused: { reason } });
      expect(await intents()).toBe(0);
    });

    test("when the process believes that it is an hour later", async () => {
      const slot = new Date(Date.now() + 1_800_000);
      await db.admin`update scheduled_emails set scheduled_for = ${slot} where draft_id = ${draft}`;
      vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_600_000 });
      try {
        expect(await writeIntent(scope, delivery, run)).toMatchObject({ refused: { reason: "not yet" } });
      } finally {
        vi.useRealTimers();
      }
      expect(await intents()).toBe(0);
    });

    test("for another team", async () => {
      const other = await seedTeam(db.admin);
      await expect(writeIntent({ teamId: other.teamId, memberId: null }, delivery, run, () => now)).rejects.toMatchObject({
        code: "not_found",
      });
      expect(await intents()).toBe(0);
    });
  });
});

describe("of a campaign, no intent is written", () => {
  beforeEach(async () => {
    mail = await seedReadyMail(db.admin, now);
    ({ scope, draftId: draft } = mail);
    delivery = (await ensureDelivery(scope, draft, now)).id;
    await db.admin`update deliveries set state = 'drafted', graph_id = 'AAk' where id = ${delivery}`;
  });

  test.each<[string, () => Promise<unknown>, string]>([
    ["while it is paused", () => db.admin`update campaigns set status = 'paused' where id = ${mail.campaignId}`, "paused"],
    [
      "while another campaign goes on that enrolled the person earlier",
      async () => {
        const { campaignId } = await seedCampaign(db.admin, scope.teamId, { name: "Before", status: "paused" });
        await db.admin`insert into campaign_contacts (team_id, campaign_id, contact_id, sender_account_id, recipient_email, enrolled_at)
          select team_id, ${campaignId}, contact_id, sender_account_id, recipient_email, enrolled_at - interval '1 day'
          from campaign_contacts where id = ${mail.campaignContactId}`;
      },
      "elsewhere",
    ],
  ])("%s", async (_, change, reason) => {
    await change();
    expect(await writeIntent(scope, delivery, run, () => now)).toMatchObject({ refused: { reason } });
    expect(await intents()).toBe(0);
  });
});

describe("by hand, an intent is written", () => {
  beforeEach(async () => {
    mail = await seedReadyMail(db.admin, now, { kind: "single" });
    ({ scope, draftId: draft } = mail);
    delivery = (await ensureDelivery(scope, draft, now)).id;
    await db.admin`update deliveries set state = 'drafted', graph_id = 'AAk' where id = ${delivery}`;
  });

  test.each<[string, () => Promise<unknown>]>([
    [
      "while every campaign of the team is paused",
      () => db.admin`update campaigns set status = 'paused' where team_id = ${scope.teamId}`,
    ],
    [
      "while a campaign mails the person",
      () => db.admin`insert into campaign_contacts (team_id, campaign_id, contact_id, sender_account_id, recipient_email, enrolled_at)
        values (${scope.teamId}, ${mail.campaignId}, ${mail.contactId}, ${mail.senderAccountId}, ${mail.email}, ${new Date(0)})`,
    ],
    [
      "after an answer that whoever signed it had before them",
      async () => {
        await db.admin`insert into email_replies (team_id, contact_id, message_id, received_at, sender_account_id, created_at)
          values (${scope.teamId}, ${mail.contactId}, '<r@x>', now(), ${mail.senderAccountId}, now() - interval '1 hour')`;
      },
    ],
  ])("%s", async (_, change) => {
    await change();
    expect(await writeIntent(scope, delivery, run, () => now)).not.toHaveProperty("refused");
    expect(await intents()).toBe(1);
  });
});
