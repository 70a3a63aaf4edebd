import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { deliveries } from "@/db/schema/sending";
import { inventPeople } from "@/db/seed/invent-people";
import { seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedEnrolment } from "@/db/seed/seed-enrolment";
import { seedTeam } from "@/db/seed/seed-team";
import type { TestDatabase } from "@/db/testing/test-database";
import { endEverywhere } from "../../../campaigns/end-contact";
import { pauseCampaign } from "../../../campaigns/pause-campaign";
import { resumeAll } from "../../../campaigns/resume-all";
import { resumeCampaign } from "../../../campaigns/resume-campaign";
import { stopAll } from "../../../campaigns/stop-all";
import { pauseSeen } from "../../../campaigns/testing/pause-seen";
import { signDraft } from "../../../drafts/sign-draft";
import { takeBackSignature } from "../../../drafts/take-back-signature";
import { writeDrafts } from "../../../drafts/write/write-drafts";
import { AppError } from "../../../errors/app-error";
import { buildDraftRequest } from "../../../mail/build-draft-request";
import type { SendingRules } from "../../../schedule/types";
import { readStop } from "../../../shown/read-stop";
import { tellPassed } from "../../../slots/tell-passed";
import type { DeliveryRow } from "../../ledger/ensure-delivery";
import { settleDoubt } from "../../ledger/settle-doubt";
import { advanceContact } from "../../run/advance-contact";
import { settleByHand } from "../../settle-by-hand";
import { sweepCampaign } from "../../sweep/sweep-campaign";
import type { Within } from "../memory/memory-world";
import { isOpenNow } from "../runs/check-snapshot";
import { keyOf, type MailId, type Setup, type Standing, type World } from "../runs/world";
import { asProcess, current, stopIfDead } from "./exchange-as-graph";
import { mailsByHand, suppress } from "./mails-by-hand";

type Admin = TestDatabase["admin"];

/** The same world in real Postgres, by production's own verbs. Only Graph, the lease of a mailbox and the clock are the simulation's. */
export async function postgresWorld(admin: Admin, setup: Setup, { exchange, now, hear }: Within): Promise<World> {
  const begins = new Date(setup.begins);
  const { scope, campaignId, mailbox, contacts, enrolled } = await seedWorld(admin, setup, begins);
  const byHand = await mailsByHand(admin, setup, { scope, mailbox, now });
  current.exchange = exchange;
  current.nameOf = async (sendKey) => {
    const [row] = await admin<
      { name: string | null; draft: string }[]
    >`select v.draft_id as draft, c.position || '/' || d.sequence_step as name
      from deliveries v join email_drafts d on d.id = v.draft_id left join campaign_contacts c on c.id = d.campaign_contact_id where v.send_key = ${sendKey}`;
    return row?.name ?? keyOf({ person: byHand.readerOf(row?.draft), step: 1 });
  };
  const draftOf = async ({ person, step }: MailId): Promise<{ id: string; status: string; state: string | null } | undefined> =>
    (await byHand.draftOf(person)) ??
    (
      await admin<{ id: string; status: string; state: string | null }[]>`select d.id, d.status, v.state from email_drafts d
        left join deliveries v on v.draft_id = d.id where d.campaign_contact_id = ${enrolled[person] ?? ""} and d.sequence_step = ${step}`
    )[0];
  const standings = async () =>
    admin<(Standing & { campaign: string; unsettled: number })[]>`select k.status as campaign,
        (select count(*)::int from deliveries u where u.campaign_id = k.id and u.state in ('submitting', 'reconciling', 'review')) as unsettled, c.status, c.ended_reason as ended, c.current_sequence_step as step, c.wait_reason as reason,
        (extract(epoch from c.next_at) * 1000)::float8 as "nextAt", (extract(epoch from e.scheduled_for) * 1000)::float8 as slot, v.state
      from campaign_contacts c join campaigns k on k.id = c.campaign_id left join email_drafts d on d.campaign_contact_id = c.id and d.sequence_step = c.current_sequence_step + 1
        left join scheduled_emails e on e.draft_id = d.id and e.status = 'pending' left join deliveries v on v.draft_id = d.id
      where c.campaign_id = ${campaignId} order by c.position`;
  /** Whom the engine is told of: those admitted and those given a slot, and those that waited past theirs. */
  const readRuns = async () => {
    const runs = await admin<{ person: number; runId: string }[]>`select c.position as person, c.run_id as "runId"
      from outbox o join campaign_contacts c on c.id = (o.data->>'campaignContactId')::uuid
      where o.team_id = ${scope.teamId} and c.run_id is not null
        and (o.name = 'campaign/contact.admitted' or o.event_id like 'slot:%' or o.event_id like 'passed:%') order by c.position`;
    return runs.map(({ person, runId }) => ({ person, runId }));
  };
  const statusOf = async () => String((await admin`select status from campaigns where id = ${campaignId}`)[0]?.status);

  return {
    async feed(at) {
      await admin`delete from outbox where team_id = ${scope.teamId} and name <> 'mail/planned'`;
      const [back] =
        await admin`update sender_accounts set trouble = null, trouble_code = null, trouble_since = null, trouble_until = null
        where id = ${mailbox} and trouble_until <= ${new Date(at)} returning id`;
      if (back) await withTeam(scope, (tx) => tellPassed(tx, scope.teamId, mailbox, new Date(at)));
      const told = await readRuns();
      await admin`delete from outbox where team_id = ${scope.teamId} and name <> 'mail/planned'`;
      await sweepCampaign(scope, campaignId, new Date(at));
      return [...told, ...(await readRuns()), ...(await byHand.lookOver(at))];
    },
    advance: ({ person, runId }) =>
      asProcess(async () => {
        const clock = () => {
          stopIfDead();
          return new Date(now());
        };
        const lookFirst = async () => {
          await hear();
          return new Date(now());
        };
        if (person >= setup.people) return byHand.advance(person, runId, clock);
        const held = { campaignContactId: enrolled[person] ?? "", senderAccountId: mailbox, runId };
        return advanceContact(scope, held, clock, lookFirst);
      }),
    async write(person, at) {
      await writeDrafts(scope, { campaignContactId: enrolled[person] ?? "" }, new Date(at), 1);
    },
    async sign(mail, at) {
      const draft = await draftOf(mail);
      const one = (await standings())[mail.person];
      if (draft?.status !== "draft" || !one || !isOpenNow(one)) return false;
      const { hash } = await withTeam(scope, (tx) => buildDraftRequest(tx, draft.id));
      // Nobody signs a mail to somebody who is suppressed.
      return signDraft(scope, draft.id, hash, new Date(at)).then(
        () => true,
        (error: unknown) => {
          if (error instanceof AppError && error.code === "blocked") return false;
          throw error;
        },
      );
    },
    async edit(mail, version, at) {
      const draft = await draftOf(mail);
      const one = (await standings())[mail.person];
      const isGone = ["submitting", "accepted", "confirmed", "reconciling", "review"].includes(draft?.state ?? "");
      if (!draft || draft.status === "sent" || isGone || !one || !isOpenNow(one)) return false;
      await takeBackSignature(scope, draft.id, new Date(at));
      await admin`update email_drafts set edited_body = ${`<p>Hi v${version}</p>`} where id = ${draft.id}`;
      return true;
    },
    async pause(at) {
      await pauseCampaign(scope, campaignId, new Date(at));
    },
    async resume(at) {
      if ((await statusOf()) !== "paused") return;
      await resumeCampaign(scope, campaignId, await pauseSeen(scope, campaignId), new Date(at));
    },
    async stopAll(at) {
      await stopAll(scope, new Date(at));
    },
    async liftStop(at) {
      const stop = await withTeam(scope, readStop);
      if (stop) await resumeAll(scope, stop.seen, new Date(at));
    },
    setRules: (rules) => writeRules(admin, campaignId, rules),
    async end(person, ending, isKnown, at) {
      if (person >= setup.people) return byHand.end(person, isKnown, at);
      const contact = contacts[person] ?? "";
      if (ending === "replied")
        await admin`insert into email_replies (team_id, contact_id, message_id, received_at, sender_account_id, created_at)
          values (${scope.teamId}, ${contact}, ${crypto.randomUUID()}, ${new Date(at)}, ${mailbox}, ${new Date(at)})`;
      if (ending === "unsubscribed") await suppress(admin, contact);
      if (!isKnown || ending === "bounced")
        await withTeam(scope, (tx) => endEverywhere(tx, { teamId: scope.teamId }, contact, ending, new Date(at)));
    },
    settle: (at) =>
      asProcess(async () => {
        const unsure = await admin<
          { id: string }[]
        >`select v.id from deliveries v left join campaign_contacts c on c.id = v.campaign_contact_id
            join email_drafts d on d.id = v.draft_id left join single_mails h on h.draft_id = d.id
          where v.sender_account_id = ${mailbox} and v.state in ('submitting', 'reconciling')
            and coalesce(v.next_look_at, v.submitted_at) < ${new Date(at)}::timestamptz - interval '60 seconds' order by c.position, d.sequence_step, h.leave_at`;
        for (const { id } of unsure) {
          const row = await readDelivery(scope, id);
          if (row) await settleDoubt(scope, row, { token: async () => "token" }, new Date(at));
          stopIfDead();
        }
      }),
    async decide(mail, arrived, at) {
      const draft = await draftOf(mail);
      if (draft?.state === "review") await settleByHand(scope, draft.id, arrived, new Date(at));
    },
    async look() {
      const rows = await standings();
      const people = rows.map(({ status, ended, step, reason, nextAt, slot, state }) => {
        return { status, ended, step, reason, nextAt, slot, state };
      });
      return { campaign: rows[0]?.campaign ?? "", unsettled: rows[0]?.unsettled ?? 0, people, byHand: await byHand.look() };
    },
  };
}

async function seedWorld(admin: Admin, setup: Setup, begins: Date) {
  const { scope } = await seedTeam(admin, { foundedAt: begins });
  const mailbox = await seedMailbox(admin, scope.teamId);
  const people = inventPeople(setup.people);
  const { contactIds, listId } = await seedContacts(admin, scope.teamId, people, { listName: "All" });
  const steps = setup.steps.map((delay, place) => ({
    name: `Step ${place}`,
    subject: `Hello ${place}`,
    body: "<p>Hi v1</p>",
    ...delay,
  }));
  const { campaignId } = await seedCampaign(admin, scope.teamId, {
    ...{ name: "C", status: "active", listId, senderAccountId: mailbox, launchedAt: begins, steps },
    settings: { zone: setup.rules.timeZone },
  });
  await writeRules(admin, campaignId, setup.rules);
  const enrolled: string[] = [];
  for (const [position, contactId] of contactIds.entries())
    enrolled.push(await seedEnrolment(admin, campaignId, contactId, { position }));
  await admin`update campaign_contacts set enrolled_at = ${begins} where campaign_id = ${campaignId}`;
  return { scope, campaignId, mailbox, contacts: contactIds, enrolled };
}

async function writeRules(admin: Admin, campaignId: string, rules: SendingRules) {
  await admin`update campaign_settings set send_window_start = ${rules.windowStart}::time, send_window_end = ${rules.windowEnd}::time,
      send_days = ${[...rules.days]}, daily_limit = ${rules.dailyLimit}, delay_between_emails_seconds = ${rules.spacingSeconds}
    where campaign_id = ${campaignId}`;
}

function readDelivery(scope: Scope, id: string): Promise<DeliveryRow | undefined> {
  return withTeam(scope, async (tx) => (await tx.select().from(deliveries).where(eq(deliveries.id, id)))[0]);
}
