import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { pauseCampaign } from "../../campaigns/pause-campaign";
import { resumeCampaign } from "../../campaigns/resume-campaign";
import { stopAll } from "../../campaigns/stop-all";
import { pauseSeen } from "../../campaigns/testing/pause-seen";
import { editDraft } from "../../drafts/edit-draft";
import { takeBackSignature } from "../../drafts/take-back-signature";
import { buildDraftRequest } from "../../mail/build-draft-request";
import { readClient, writeClient } from "../../microsoft/graph/clients";
import { deleteDraft } from "../../microsoft/graph/delete-draft";
import { findDraftsByKey } from "../../microsoft/graph/find-message";
import { sendMessage } from "../../microsoft/graph/send-message";
import { type MailWorld, startMail } from "../../microsoft/graph/testing/start-mail";
import { sendDraftMail } from "../ledger/send-draft-mail";
import { sendPlanned } from "../run/send-planned";
import { giveConsent } from "../testing/give-consent";
import { endPlace, holdBack, letGo, standsAt } from "../testing/place-of";
import { mailKinds, type ReadyMail, seedNextReadyMail, seedReadyMail } from "../testing/seed-ready-mail";
import { settleMailbox } from "./settle-mailbox";

let world: MailWorld;
let mail: ReadyMail;
let start: Date;
const minutes = (count: number) => new Date(start.getTime() + count * 60_000);

beforeAll(async () => {
  world = await startMail(process.env);
});
afterAll(() => world.end());

describe.each(mailKinds)("of a %s mail", (kind) => {
  beforeEach(async () => {
    await world.admin("POST", "reset", {});
    await world.admin("POST", "settings", { moveDelayMs: 50, deliveryDelayMs: 20, lookupLagMs: 0, movedGoneMs: 0 });
    start = new Date();
    mail = await seedReadyMail(world.db.admin, minutes(-1), { kind });
    await giveConsent(world.db.admin, mail);
  });

  const settle = (at = start) => settleMailbox(mail.scope, mail.senderAccountId, world.mailbox, at);
  const planned = (at = start) => sendPlanned(mail.scope, mail, () => at);
  const ledger = async () => {
    const [row] = await world.db.admin<{ id: string; state: string; graphId: string; key: string }[]>`
    select id, state, graph_id as "graphId", send_key as key from deliveries where draft_id = ${mail.draftId}`;
    if (!row) throw new Error("There is no ledger row.");
    return row;
  };
  const drafts = async () =>
    (
      (await readClient(world.mailbox).api("/me/mailFolders/drafts/messages").query("$select=id&$top=100").get()) as {
        value: { id: string }[];
      }
    ).value;

  /** It may leave since a minute, if it had no time any more. */
  const hasSlot = async () => {
    await world.db.admin`update email_drafts set status = 'scheduled' where id = ${mail.draftId} and status = 'approved'`;
    const [slot] = await world.db
      .admin`update scheduled_emails set scheduled_for = ${minutes(-1)} where draft_id = ${mail.draftId} and status = 'pending' returning id`;
    if (!slot)
      await world.db
        .admin`insert into scheduled_emails (team_id, draft_id, contact_id, sender_account_id, scheduled_for, campaign_id, campaign_contact_id)
      select team_id, draft_id, contact_id, sender_account_id, ${minutes(-1)}, campaign_id, campaign_contact_id from deliveries where draft_id = ${mail.draftId}`;
  };

  /** The mail lies in the mailbox as a draft: it was made, and what came up just then kept it from leaving. */
  async function lies(at = start) {
    await holdBack(world.db.admin, mail);
    await sendDraftMail(mail.scope, mail.draftId, mail.runId, world.mailbox, () => at);
    await letGo(world.db.admin, mail);
    expect(await ledger()).toMatchObject({ state: "drafted" });
    expect(await drafts()).toHaveLength(1);
  }
  const stays = async () => {
    expect(await drafts()).toHaveLength(1);
    expect(await ledger()).toMatchObject({ state: "drafted" });
  };
  const isGone = async () => {
    expect(await drafts()).toEqual([]);
    expect(await ledger()).toMatchObject({ state: "queued", graphId: null });
  };

  describe("a draft in the mailbox is removed", () => {
    beforeEach(() => lies());

    test("not while its mail may leave at any moment", async () => {
      await settle();
      await settle(minutes(14));
      await stays();
    });

    test("as soon as its signature is taken back, and the mailbox is looked into at once", async () => {
      await takeBackSignature(mail.scope, mail.draftId, start);
      const asked = await world.db
        .admin`select data->>'senderAccountId' as mailbox from outbox where name = 'mailbox/poll' and team_id = ${mail.scope.teamId}`;
      expect([...asked]).toEqual([{ mailbox: mail.senderAccountId }]);
      await settle();
      await isGone();
    });

    test("as soon as its text is edited, signed again or not", async () => {
      const [{ subject, body }] = await world.db.admin<
        [{ subject: string; body: string }]
      >`select subject, body from email_drafts where id = ${mail.draftId}`;
      await editDraft(mail.scope, mail.draftId, { seen: { subject, body }, subject, body: "<p>Newer</p>" }, start);
      const { request, hash } = await withTeam(mail.scope, (tx) => buildDraftRequest(tx, mail.draftId));
      await world.db
        .admin`update email_drafts set status = 'scheduled', request = ${world.db.admin.json(request)}, request_hash = ${hash} where id = ${mail.draftId}`;
      await world.db
        .admin`insert into signatures (team_id, draft_id, hash, kind) values (${mail.scope.teamId}, ${mail.draftId}, ${hash}, 'person')`;
      await settle();
      await isGone();
    });

    test.runIf(kind === "campaign")("once its campaign was paused for longer than 15 minutes, and not before", async () => {
      await pauseCampaign(mail.scope, mail.campaignId, minutes(1));
      await settle(minutes(14));
      await stays();
      await settle(minutes(17));
      await isGone();
    });

    test("once the team was stopped for longer than 15 minutes, and not before", async () => {
      await stopAll(mail.scope, minutes(1));
      await settle(minutes(14));
      await stays();
      await settle(minutes(17));
      await isGone();
    });

    test("as soon as its time is farther away than 15 minutes, and not before", async () => {
      const slot = (at: Date) =>
        world.db.admin`update scheduled_emails set scheduled_for = ${at} where draft_id = ${mail.draftId}`;
      await slot(minutes(15));
      await settle();
      await stays();
      await slot(minutes(16));
      await settle();
      await isGone();
    });

    test("where it has no time, a quarter of an hour after it was made", async () => {
      await world.db.admin`update scheduled_emails set status = 'cancelled' where draft_id = ${mail.draftId}`;
      await settle(minutes(14));
      await stays();
      await settle(minutes(16));
      await isGone();
    });

    test("as soon as it ended", async () => {
      await endPlace(world.db.admin, mail);
      await settle();
      await isGone();
    });

    test.runIf(kind === "campaign")("as soon as its campaign ended", async () => {
      await world.db.admin`update campaigns set status = 'completed' where id = ${mail.campaignId}`;
      await settle();
      await isGone();
    });

    test("as soon as it was found changed, until somebody settled that", async () => {
      await world.db.admin`insert into mail_differences (team_id, delivery_id, place, found_at, found, differences)
      values (${mail.scope.teamId}, ${(await ledger()).id}, 'draft', now(), '{}', '[]')`;
      await settle();
      await isGone();
    });

    test("and the mail still leaves, once, when it may again", async () => {
      if (kind === "campaign") await pauseCampaign(mail.scope, mail.campaignId, start);
      else await stopAll(mail.scope, start);
      await settle(minutes(16));
      await isGone();
      if (kind === "campaign")
        await resumeCampaign(mail.scope, mail.campaignId, await pauseSeen(mail.scope, mail.campaignId), minutes(17));
      else await letGo(world.db.admin, mail);
      await hasSlot();
      expect(await planned()).toEqual({ kind: "sent" });
      await expect.poll(async () => world.delivered((await ledger()).key)).toHaveLength(1);
      expect(await drafts()).toEqual([]);
    });

    test("not while somebody holds the mailbox to send from it", async () => {
      await takeBackSignature(mail.scope, mail.draftId, start);
      await world.db.admin`insert into mailbox_leases (team_id, sender_account_id, purpose, holder, until)
      values (${mail.scope.teamId}, ${mail.senderAccountId}, 'send', 'another', now() + interval '1 minute')`;
      await settle();
      await stays();
    });

    test.each(["stays", "changes"])(
      "not when its owner has sent it by hand, whether its id %s: the copy stays, and the mail is not made anew",
      async (sentId) => {
        await world.admin("POST", "settings", { sentId });
        const { graphId, key } = await ledger();
        await sendMessage(world.mailbox, graphId);
        await expect.poll(() => world.delivered(key)).toHaveLength(1);
        await takeBackSignature(mail.scope, mail.draftId, start);
        for (const at of [start, minutes(2), minutes(4)]) await settle(at);
        expect(await ledger()).toMatchObject({ state: "confirmed", graphId });
        const sentItems = await world.admin("GET", "messages?mailbox=anna@contoso.com&folder=sentitems");
        expect(sentItems).toMatchObject([{ is_draft: false }]);
      },
    );

    test("from the ledger only when two looks a minute apart found nothing of it", async () => {
      const { graphId } = await ledger();
      await writeClient(world.mailbox).api(`/me/messages/${graphId}`).delete();
      await takeBackSignature(mail.scope, mail.draftId, start);
      await settle();
      expect(await ledger()).toMatchObject({ state: "drafted", graphId });
      await settle(new Date(start.getTime() + 59_000));
      expect(await ledger()).toMatchObject({ state: "drafted", graphId });
      await settle(minutes(2));
      expect(await ledger()).toMatchObject({ state: "queued", graphId: null });
    });
  });

  test("one that Exchange cannot show at all stays, and keeps no other there", async () => {
    await lies();
    const broken = mail;
    await world.admin("POST", "unreadable", { id: (await ledger()).graphId, code: "ErrorCorruptData" });
    mail = await seedNextReadyMail(world.db.admin, broken, minutes(-1));
    await holdBack(world.db.admin, mail);
    await sendDraftMail(mail.scope, mail.draftId, mail.runId, world.mailbox, () => start);
    await letGo(world.db.admin, mail);
    for (const one of [broken, mail]) await endPlace(world.db.admin, one);
    await settle();
    expect(await ledger()).toMatchObject({ state: "queued", graphId: null });
    mail = broken;
    expect(await ledger()).toMatchObject({ state: "drafted" });
  });

  test("changed by its owner after it ended, it goes and nobody waits for it", async () => {
    await lies();
    const { graphId } = await ledger();
    await writeClient(world.mailbox).api(`/me/messages/${graphId}`).patch({ subject: "Free" });
    await endPlace(world.db.admin, mail);
    await settle();
    await isGone();
    expect((await standsAt(world.db.admin, mail)).waits).toBeNull();
  });

  test("what its owner sent out of Deleted Items, where we had put it, does not leave a second time", async () => {
    await lies();
    const { graphId, key } = await ledger();
    if (kind === "campaign") await pauseCampaign(mail.scope, mail.campaignId, start);
    else await stopAll(mail.scope, start);
    await settle(minutes(16));
    await isGone();
    await sendMessage(world.mailbox, graphId);
    await expect.poll(() => world.delivered(key)).toHaveLength(1);
    await letGo(world.db.admin, mail);
    await hasSlot();
    expect(await planned()).toEqual({ kind: "sent" });
    await world.settle();
    expect(await world.delivered(key)).toHaveLength(1);
    expect(await ledger()).toMatchObject({ state: "confirmed" });
  });

  test("a draft that was thrown away is never taken for the one that is being made", async () => {
    await lies();
    const { graphId, key } = await ledger();
    await deleteDraft(world.mailbox, graphId);
    await world.db
      .admin`update deliveries set state = 'drafting', graph_id = null, next_look_at = ${minutes(-2)} where draft_id = ${mail.draftId}`;
    expect(await planned()).toEqual({ kind: "sent" });
    expect((await ledger()).graphId).not.toBe(graphId);
    await expect.poll(() => world.delivered(key)).toHaveLength(1);
  });

  test("a draft of which no answer came is removed by its key, once a look-up would show it", async () => {
    await world.admin("POST", "faults", { kind: "drop-after", method: "POST", path: "/messages$" });
    expect(await planned()).toMatchObject({ kind: "again" });
    const { key } = await ledger();
    await takeBackSignature(mail.scope, mail.draftId, start);
    await world.admin("POST", "settings", { lookupLagMs: 60_000 });
    await settle(new Date(start.getTime() + 5000));
    expect(await ledger()).toMatchObject({ state: "drafting" });
    await world.admin("POST", "settings", { lookupLagMs: 0 });
    expect(await findDraftsByKey(world.mailbox, key)).toHaveLength(1);
    await settle(minutes(2));
    expect(await ledger()).toMatchObject({ state: "queued" });
    expect(await drafts()).toEqual([]);
  });
});
