import { inArray, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { campaigns } from "@/db/schema/campaigns";
import { teamStops, teams } from "@/db/schema/teams";
import { lookedFor, underWay } from "@/db/schema/words";
import { askSingles } from "../events/ask-singles";
import { recordActivity } from "../events/record-activity";
import { readStop, type StopSeen } from "../shown/read-stop";
import { holdBack, sayHeldBack } from "./hold-back";

/** What stopping found: who stopped first and when, what stands still, and what Exchange had already. */
export type StopReport = {
  by: string | null;
  at: Date;
  campaigns: number;
  mailboxes: number;
  slotsTakenBack: number;
  /** Mails handed over before the stop; whether they left is looked up in the mailbox. */
  withExchange: { name: string; at: Date }[];
  /** For resuming from this report. */
  seen: StopSeen;
};

/**
 * Stops all sending of the team, at once and unasked: every intent to send looks at this row.
 * Slots of campaigns are taken back, so that resuming spreads the mails again; a mail by hand keeps its time and does not leave at it. Of many slots the
 * most follow after the click, which answers at once. Stopping twice is the same as once.
 */
export async function stopAll(scope: Scope, now: Date): Promise<StopReport> {
  return withTeam(scope, async (tx) => {
    // An intent shares the team's row while it is written: either it was before this stop, or it sees it.
    await tx.select({ id: teams.id }).from(teams).for("no key update");
    const fresh = await tx
      .insert(teamStops)
      .values({ stoppedBy: scope.memberId, stoppedAt: now })
      .onConflictDoNothing()
      .returning({ id: teamStops.id });
    const launched = await tx.select({ id: campaigns.id }).from(campaigns).where(inArray(campaigns.status, underWay));
    const ids = launched.map(({ id }) => id);
    const slots = await holdBack(tx, scope.teamId, ids, "Stopped");
    await sayHeldBack(tx, scope.teamId, ids);
    await askSingles(tx, scope.teamId);
    if (fresh.length > 0) {
      await recordActivity(tx, scope, { verb: "stopped all sending", at: now, detail: { slots } });
    }
    return { ...(await report(tx)), slotsTakenBack: slots };
  });
}

async function report(tx: TeamTransaction): Promise<Omit<StopReport, "slotsTakenBack">> {
  const stop = await readStop(tx);
  const [still] = await readRows<{ campaigns: number; mailboxes: number }>(
    tx,
    sql`select count(*)::int as campaigns, count(distinct sender_account_id)::int as mailboxes from campaigns where status = 'active'`,
  );
  if (!stop || !still) throw new Error("The stop was not written.");
  const inFlight = await readRows<{ name: string; at: string }>(
    tx,
    sql`select coalesce(p.name, p.email) as name, coalesce(v.submitted_at, v.created_at) as at from deliveries v join contacts p on p.id = v.contact_id
        where v.state in ${anyOf(lookedFor)} order by 2`,
  );
  return { ...stop, ...still, withExchange: inFlight.map((one) => ({ ...one, at: instantOf(one.at) })) };
}
