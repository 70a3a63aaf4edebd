import type { Clock } from "@/db/access/database-clock";
import { withTeam } from "@/db/access/with-team";
import type { TestDatabase } from "@/db/testing/test-database";
import { endSuppressed } from "../../../singles/end-suppressed";
import type { Next } from "../../run/advance-contact";
import { restUntil } from "../../run/rest-until";
import { sendPlanned } from "../../run/send-planned";
import { lookAtSingle } from "../../singles/look-at-single";
import { lookOverSingles } from "../../singles/look-over-singles";
import { seedSingleMail } from "../../testing/seed-single-mail";
import type { ByHand, Run, Setup } from "../runs/world";

type Admin = TestDatabase["admin"];
type Around = { scope: { teamId: string; memberId: string }; mailbox: string; now: () => number };

/** The mails without a campaign of a world in Postgres. Their readers are those of the campaign's people that come behind them. */
export async function mailsByHand(admin: Admin, setup: Setup, { scope, mailbox, now }: Around) {
  const mails: Awaited<ReturnType<typeof seedSingleMail>>[] = [];
  for (const [n, at] of setup.byHand.entries())
    mails.push(
      await seedSingleMail(admin, new Date(at), {
        ...{ beside: { scope, senderAccountId: mailbox }, place: setup.people + n, signedAt: new Date(setup.begins) },
      }),
    );
  const mailOf = (person: number) => mails[person - setup.people];
  return {
    readerOf: (draftId: string | undefined) => setup.people + mails.findIndex((mail) => mail.draftId === draftId),
    async draftOf(person: number) {
      const mail = mailOf(person);
      if (!mail) return undefined;
      const [draft] = await admin<
        { id: string; status: string; state: string | null }[]
      >`select d.id, d.status, v.state from email_drafts d
        left join deliveries v on v.draft_id = d.id where d.id = ${mail.draftId}`;
      return draft;
    },
    /** @returns the runs that the engine was not told of yet and that still have their mail. */
    async lookOver(at: number): Promise<Run[]> {
      await lookOverSingles(scope, new Date(at));
      const planned = await admin<{ id: string; runId: string }[]>`select h.id, h.run_id as "runId" from outbox o
        join single_mails h on h.id = (o.data->>'singleMailId')::uuid and h.run_id = h.id || ':' || (o.data->>'admission')
        where o.team_id = ${scope.teamId} and o.name = 'mail/planned'`;
      await admin`delete from outbox where team_id = ${scope.teamId}`;
      const runs = planned.map(({ id, runId }) => ({
        person: setup.people + mails.findIndex((mail) => mail.singleMailId === id),
        runId,
      }));
      return runs.sort((a, b) => a.person - b.person);
    },
    /** As send-single-mail.ts, a step at a time. */
    async advance(person: number, runId: string, clock: Clock): Promise<Next> {
      const mail = mailOf(person);
      if (!mail) throw new Error(`Nobody writes to ${person} by hand.`);
      const sequenceId = "";
      const plan = await lookAtSingle(scope, mail.singleMailId, runId, new Date(now()));
      if (plan.kind === "ended") return plan;
      if (Date.parse(plan.at) > now())
        return { kind: "sleep", sequenceId, at: plan.at, restMs: await restUntil(scope.teamId, plan.at, clock) };
      const { singleMailId, senderAccountId } = mail;
      const sent = await sendPlanned(scope, { singleMailId, senderAccountId, draftId: plan.draftId, runId }, clock);
      if (sent.kind !== "again") return { kind: "ended" };
      return { kind: "again", sequenceId, restMs: await restUntil(scope.teamId, sent.at, clock) };
    },
    /** They unsubscribe. */
    async end(person: number, isKnown: boolean, at: number) {
      const { contactId } = mailOf(person) ?? { contactId: "" };
      await suppress(admin, contactId);
      if (!isKnown) await withTeam(scope, (tx) => endSuppressed(tx, null, [contactId], new Date(at)));
    },
    async look(): Promise<ByHand[]> {
      if (mails.length === 0) return [];
      const rows = await admin<
        ByHand[]
      >`select h.ended_reason as ended, h.wait_reason as reason, (extract(epoch from h.next_at) * 1000)::float8 as "nextAt",
          (extract(epoch from e.scheduled_for) * 1000)::float8 as slot, v.state
        from single_mails h left join scheduled_emails e on e.draft_id = h.draft_id and e.status = 'pending' left join deliveries v on v.draft_id = h.draft_id
        where h.team_id = ${scope.teamId} order by array_position(${mails.map((mail) => mail.singleMailId)}::uuid[], h.id)`;
      return rows.map((row) => ({ ...row }));
    },
  };
}

/** As whoever says no. */
export async function suppress(admin: Admin, contactId: string): Promise<void> {
  await admin`insert into suppressions (team_id, email_norm, reason) select team_id, email_norm, 'unsubscribed' from contacts
    where id = ${contactId} on conflict do nothing`;
}
