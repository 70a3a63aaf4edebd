import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { seedUnplaced } from "@/db/seed/seed-address";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { reopenEndedBy } from "../campaigns/hold/reopen-ended-by";
import { pauseCampaign } from "../campaigns/pause-campaign";
import { resumeCampaign } from "../campaigns/resume-campaign";
import { pauseSeen } from "../campaigns/testing/pause-seen";
import { addContact } from "../contacts/add-contact";
import { archiveContacts, restoreContacts } from "../contacts/archive-contacts";
import { rejectDraft } from "../drafts/reject-draft";
import { takeBackRejection } from "../drafts/take-back-rejection";
import { stubSettings } from "../env/testing/stub-settings";
import { placeMessage } from "../replies/unplaced/place-message";
import { handOverMailbox } from "../sending/hand-over/hand-over-mailbox";
import { ensureDelivery } from "../sending/ledger/ensure-delivery";
import { writeIntent } from "../sending/ledger/write-intent";
import { feedCampaign } from "../sending/queue/feed-campaign";
import { endPlace, giveRun } from "../sending/testing/place-of";
import { everyKind, type MailKind, type ReadyMail, seedFollowUp, seedReadyMail } from "../sending/testing/seed-ready-mail";
import { confirmUpload } from "../uploads/confirm-upload";
import { processRows } from "../uploads/import/process-rows";
import { openUpload } from "../uploads/open-upload";
import { previewUpload } from "../uploads/preview-upload";
import { waysOntoTheList } from "./testing/ways-onto-the-list";

/**
 * A mail is under way when somebody comes onto the list, and nothing ends it: the list alone stands between the mail and its intent, whatever
 * is done in the product before or after.
 */
let db: TestDatabase;
let mail: ReadyMail;
const now = new Date("2026-11-24T15:00:00Z");
const admin = () => db.admin;

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());

const intents = async () =>
  Number((await admin()`select count(*)::int as n from delivery_intents where team_id = ${mail.scope.teamId}`)[0]?.n);
/** The last check of a mail for which everything else says yes, however the product ended or held it. @returns whether it left, or why not. */
async function asked(one = mail): Promise<string> {
  await admin()`update campaigns set status = 'active', completed_at = null where id = ${one.campaignId}`;
  if (one.kind === "campaign")
    await admin()`update campaign_contacts set status = case when current_sequence_step > 0 then 'in_progress' else 'pending' end, ended_reason = null,
      completed_at = null, due_at = ${now} where id = ${one.campaignContactId}`;
  else await admin()`update single_mails set ended_reason = null, ended_at = null where id = ${one.singleMailId ?? null}`;
  await giveRun(admin(), one, one.runId);
  await admin()`update email_drafts set status = 'scheduled', rejected_at = null where id = ${one.draftId}`;
  await admin()`update signatures set voided_at = null, void_cause = null where draft_id = ${one.draftId}`;
  await admin()`update scheduled_emails set status = 'pending', scheduled_for = ${now} where draft_id = ${one.draftId}`;
  const { id } = await ensureDelivery(one.scope, one.draftId, now);
  await admin()`update deliveries set state = 'drafted', graph_id = 'AAk' where id = ${id}`;
  const answer = await writeIntent(one.scope, id, one.runId, () => now);
  return "refused" in answer ? answer.refused.reason : "left";
}
const quietly = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code?: string }) => error.code ?? String(error),
  );
const reject = () => rejectDraft(mail.scope, mail.draftId, "Wrong moment", now);
async function importFile(email: string) {
  async function* bytes() {
    yield new TextEncoder().encode(`First name,E-Mail\nLea,${email}\n`);
  }
  const id = await openUpload(mail.scope, "people.csv", bytes(), now);
  const targets = (await previewUpload(mail.scope, id)).upload.mapping.map((one) => one.target);
  await confirmUpload(mail.scope, id, { targets, knownPolicy: "overwrite", listName: "Again" }, now);
  while (!(await processRows(mail.scope, id, now)).done);
}

/** What is done before somebody is suppressed, and what after; some of it only to a mail of a campaign. */
const ways: [string, { before?: () => Promise<unknown>; after?: () => Promise<unknown>; only?: MailKind }][] = [
  ["has a slot", {}],
  [
    "lies as a draft in the mailbox",
    {
      before: async () => {
        const { id } = await ensureDelivery(mail.scope, mail.draftId, now);
        await admin()`update deliveries set state = 'drafted', graph_id = 'AAk', drafted_at = ${now} where id = ${id}`;
      },
    },
  ],
  [
    "is rejected, and the rejection taken back before",
    {
      before: async () => {
        await reject();
        await takeBackRejection(mail.scope, mail.draftId, now);
      },
    },
  ],
  [
    "is rejected, and the rejection taken back after",
    {
      before: reject,
      after: async () => expect(await quietly(takeBackRejection(mail.scope, mail.draftId, now))).toBe("conflict"),
    },
  ],
  [
    "ended by an answer that was none",
    {
      only: "campaign",
      before: () =>
        admin()`update campaign_contacts set status = 'replied', ended_reason = 'replied', completed_at = ${now} where id = ${mail.campaignContactId}`,
      after: async () =>
        expect(await quietly(withTeam(mail.scope, (tx) => reopenEndedBy(tx, mail.scope, mail.contactId, now)))).toBe("conflict"),
    },
  ],
  [
    "is of a campaign that is paused and goes on",
    {
      only: "campaign",
      before: () => pauseCampaign(mail.scope, mail.campaignId, now),
      after: async () => resumeCampaign(mail.scope, mail.campaignId, await pauseSeen(mail.scope, mail.campaignId), now),
    },
  ],
  ["is fed again", { only: "campaign", after: () => feedCampaign(mail.scope, mail.campaignId, now) }],
  [
    "goes to somebody archived and brought back",
    {
      before: async () => {
        await endPlace(admin(), mail);
        expect(await archiveContacts(mail.scope, [mail.contactId], now)).toMatchObject({ archived: 1 });
      },
      after: () => restoreContacts(mail.scope, [mail.contactId], now),
    },
  ],
  [
    "goes to somebody imported again, in other letters and with blanks",
    { after: () => importFile(`"  ${mail.email.toUpperCase()} "`) },
  ],
  [
    "goes to somebody added by hand again",
    {
      after: () =>
        quietly(
          addContact(mail.scope, { email: ` ${mail.email.toUpperCase()}`, firstName: "Lea", lastName: "Hale", company: "" }, now),
        ),
    },
  ],
  [
    "goes to somebody whose address is corrected to another",
    {
      after: () =>
        admin()`update contacts set email = 'Else@where.example', email_norm = 'else@where.example' where id = ${mail.contactId}`,
    },
  ],
  [
    "goes to somebody whose address was corrected to this one",
    {
      before: async () => {
        await admin()`update contacts set email = 'else@where.example', email_norm = 'else@where.example' where id = ${mail.contactId}`;
        await admin()`update contacts set email = ${mail.email}, email_norm = ${mail.email.toLowerCase()} where id = ${mail.contactId}`;
      },
    },
  ],
  [
    "is handed over to another mailbox",
    {
      only: "campaign",
      after: async () => {
        const other = await seedMailbox(admin(), mail.scope.teamId, {
          email: "ben@contoso.com",
          displayName: "Ben",
          tid: "t",
          oid: "ben",
        });
        await admin()`update scheduled_emails set scheduled_for = ${new Date(now.getTime() + 3_600_000)} where draft_id = ${mail.draftId}`;
        const handing = { senderAccountId: mail.senderAccountId, to: other, withThreads: true };
        expect(await quietly(handOverMailbox(mail.scope, handing, now))).toBe("done");
        // Signed for the other one, it would be as ready as before.
        await admin()`update campaign_contacts set sender_account_id = ${mail.senderAccountId} where id = ${mail.campaignContactId}`;
        await admin()`update email_drafts set sender_account_id = ${mail.senderAccountId} where id = ${mail.draftId}`;
      },
    },
  ],
];

const waysOf = (kind: MailKind) => ways.filter(([, { only }]) => only === undefined || only === kind);

describe.each(everyKind)("a %s mail", (kind) => {
  beforeEach(async () => {
    mail = await seedReadyMail(admin(), now, { followUps: 1, kind });
  });

  describe.each(waysOntoTheList)("of somebody suppressed %s, no mail leaves that", (_kind, suppress) => {
    test.each(waysOf(kind))("%s", async (_way, { before, after }) => {
      await before?.();
      await suppress(admin(), mail.scope, mail.email);
      await after?.();
      expect(await asked()).toBe("suppressed");
      expect(await intents()).toBe(0);
    });

    test("is in doubt: what was handed over is not handed over again", async () => {
      expect(await asked()).toBe("left");
      await suppress(admin(), mail.scope, mail.email);
      expect(await asked()).toBe("suppressed");
      expect(await intents()).toBe(1);
    });

    test("follows one that left", async () => {
      if (kind === "campaign")
        await admin()`update campaign_contacts set current_sequence_step = 1, last_email_sent_at = ${now} where id = ${mail.campaignContactId}`;
      const { id } = await ensureDelivery(mail.scope, mail.draftId, now);
      await admin()`update deliveries set state = 'accepted', accepted_at = ${now} where id = ${id}`;
      const next = await seedFollowUp(admin(), mail, 2, now);
      await suppress(admin(), mail.scope, mail.email);
      expect(await asked(next)).toBe("suppressed");
      expect(await intents()).toBe(0);
    });

    test("goes to a person who is known by that address since a message of it was placed", async () => {
      const messageId = await seedUnplaced(admin(), mail.senderAccountId, {
        from: "Office@Elsewhere.example",
        at: now,
        kind: "automatic",
      });
      await placeMessage(mail.scope, messageId, mail.contactId, now);
      await suppress(admin(), mail.scope, "office@elsewhere.example");
      expect(await asked()).toBe("suppressed");
      expect(await intents()).toBe(0);
    });
  });

  test.each(waysOf(kind))("of somebody who is not suppressed, the mail leaves that %s", async (_way, { before, after }) => {
    await before?.();
    await after?.().catch(() => undefined);
    expect(await asked()).toBe("left");
  });

  test("a second team that mails the same person goes on", async () => {
    const theirs = await seedReadyMail(admin(), now, { to: mail.email, kind });
    // The hash first: it takes the address with it.
    for (const [, suppress] of [...waysOntoTheList].reverse()) await suppress(admin(), mail.scope, mail.email);
    expect([await asked(), await asked(theirs)]).toEqual(["suppressed", "left"]);
  });
});
