import { expect } from "vitest";
import { seedCampaign } from "@/db/seed/seed-campaign";
import { seedEnrolment } from "@/db/seed/seed-enrolment";
import { type MailWorld, startMail } from "../../microsoft/graph/testing/start-mail";
import { sendPlanned } from "../run/send-planned";
import { settleMailbox } from "../sweep/settle-mailbox";
import { giveConsent } from "./give-consent";
import { type MailKind, type ReadyMail, seedReadyMail } from "./seed-ready-mail";

export type SentCopies = Awaited<ReturnType<typeof openSentCopies>>;

type Ledger = { state: string; verdict: string | null; changes: string[] | null; tries: number; sentGraphId: string };
type Row = {
  id: string;
  place: string;
  found: { html: string };
  differences: { field: string; after: string }[];
  settledAs: string | null;
  settledBy: string | null;
};

/** The stand-in, and for each test a mail of a team of its own whose copy is looked at. */
export async function openSentCopies(env: Record<string, string | undefined>) {
  const world: MailWorld = await startMail(env);
  const { admin } = world.db;
  let start = new Date();
  let mail: ReadyMail;
  const minutes = (count: number) => new Date(start.getTime() + count * 60_000);
  const ledger = async (of = mail): Promise<Ledger> => {
    const [row] = await admin`select state, read_back as verdict, read_back_changes as changes, read_back_tries as tries,
        sent_graph_id as "sentGraphId" from deliveries where draft_id = ${of.draftId}`;
    return row as Ledger;
  };
  const sweep = (at: Date) => settleMailbox(mail.scope, mail.senderAccountId, world.mailbox, at);
  /** Sends it and waits until it stands among the sent items, without looking at its copy. */
  const leave = async (of = mail) => {
    await expect.poll(() => sendPlanned(of.scope, of, () => new Date()), { timeout: 15_000 }).toEqual({ kind: "sent" });
    const [row] = await admin`select send_key as key from deliveries where draft_id = ${of.draftId}`;
    await expect.poll(() => world.delivered(row?.key), { timeout: 5000 }).not.toEqual([]);
  };
  /** Mails of the same mailbox that left before, with what was found of their copies. @returns their campaign. */
  const earlier = async (count: number, copy: { verdict: string | null; confirmedAt: Date }) => {
    const { scope, senderAccountId, contactId, draftId } = mail;
    const steps = Array.from({ length: count }, (_, index) => ({ name: `Step ${index}`, subject: "s", body: "b" }));
    const { campaignId } = await seedCampaign(admin, scope.teamId, {
      name: "Before",
      status: "completed",
      senderAccountId,
      steps,
    });
    const enrolled = await seedEnrolment(admin, campaignId, contactId);
    await admin`insert into email_drafts (team_id, contact_id, draft_type, subject, body, campaign_id, campaign_contact_id, sequence_id, sender_account_id, request, request_hash)
      select s.team_id, ${contactId}, 'first_outreach', 's', 'b', ${campaignId}, ${enrolled}, s.id, ${senderAccountId}, d.request, d.request_hash
      from campaign_sequences s, email_drafts d where s.campaign_id = ${campaignId} and d.id = ${draftId}`;
    await admin`insert into deliveries (team_id, draft_id, campaign_id, campaign_contact_id, sequence_id, contact_id, sender_account_id, send_key, request_hash,
        state, accepted_at, confirmed_at, sent_graph_id, read_back)
      select team_id, id, campaign_id, campaign_contact_id, sequence_id, contact_id, sender_account_id, id::text, request_hash,
        'confirmed', ${copy.confirmedAt}, ${copy.confirmedAt}, 'gone', ${copy.verdict}
      from email_drafts where campaign_id = ${campaignId}`;
    return campaignId;
  };
  return {
    ...{ world, minutes, ledger, sweep, leave, earlier },
    begin: async (kind: MailKind = "campaign") => {
      await world.admin("POST", "reset", {});
      const times = { moveDelayMs: 50, deliveryDelayMs: 10, lookupLagMs: 0, movedGoneMs: 0, replySettlesMs: 0 };
      await world.admin("POST", "settings", times);
      start = new Date();
      mail = await seedReadyMail(admin, minutes(-1), { to: "finn@fabrikam.com", followUps: 1, kind });
      await giveConsent(admin, mail);
      return mail;
    },
    alters: (...list: object[]) => world.admin("POST", "settings", { alters: list }),
    differences: async (of = mail): Promise<Row[]> => {
      const rows =
        await admin`select x.id, x.place, x.found, x.differences, x.settled_as as "settledAs", x.settled_by as "settledBy"
          from mail_differences x join deliveries v on v.id = x.delivery_id where v.draft_id = ${of.draftId}`;
      return rows as unknown as Row[];
    },
    campaign: async () => {
      const [row] =
        await admin`select k.status, (select count(*)::int from campaign_pauses p where p.campaign_id = k.id) as pauses,
          (select p.paused_by from campaign_pauses p where p.campaign_id = k.id limit 1) as by from campaigns k where k.id = ${mail.campaignId}`;
      return row as { status: string; pauses: number; by: string | null };
    },
    told: async (verb: string) => {
      const rows =
        await admin`select member_id as by, detail from activities where verb = ${verb} and team_id = ${mail.scope.teamId}`;
      return rows.map((row) => ({ ...row }));
    },
    leaveAndRead: async (of = mail) => {
      await leave(of);
      await sweep(minutes(1));
      return ledger(of);
    },
    /** It left and was seen among the sent items just now. @returns the id of its copy. */
    leaveUnread: async (confirmedAt = minutes(1)) => {
      await leave();
      await admin`update deliveries set state = 'confirmed', confirmed_at = ${confirmedAt}, sent_graph_id = graph_id where draft_id = ${mail.draftId}`;
      return (await ledger()).sentGraphId;
    },
    /** So many copies of this mailbox were as signed, and some others were not. */
    known: async (count: number) => {
      await earlier(count - 3, { verdict: "equal", confirmedAt: minutes(-600) });
      await earlier(3, { verdict: "explained", confirmedAt: minutes(-600) });
      await earlier(9, { verdict: "asked", confirmedAt: minutes(-600) });
    },
    end: () => world.end(),
  };
}
