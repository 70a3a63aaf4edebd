import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { isUnproven } from "./is-unproven";
import type { Proof } from "./proof";
import { wakeDomain } from "./wake-domain";

/**
 * Writes what a look-up found. A domain fails from the first look-up that says so until one finds all three sound; one without an
 * answer changes nothing of that. Campaigns are looked over where their first mails begin or cease to wait. One that is older than what
 * is kept is dropped.
 */
export function keepProofs(scope: Scope, domain: string, proofs: Proof[], now: Date): Promise<void> {
  const isFailing = proofs.some(({ state }) => state === "failing");
  const isSound = proofs.every(({ state }) => state === "sound");
  const at = sql`${now.toISOString()}::timestamptz`;
  return withTeam(scope, async (tx) => {
    const [before] = await readRows<{ checkedAt: string }>(
      tx,
      sql`select checked_at as "checkedAt" from domain_checks where domain = ${domain} for update`,
    );
    const waited = before ? await holdsFirstMails(tx, domain, new Date(before.checkedAt)) : false;
    await tx.execute(sql`
      insert into domain_checks as y (domain, checked_at, proofs, failing_since)
      values (${domain}, ${at}, ${JSON.stringify(proofs)}::jsonb, ${isFailing ? at : null})
      on conflict (team_id, domain) do update set checked_at = excluded.checked_at, proofs = excluded.proofs,
        failing_since = ${isSound ? null : isFailing ? sql`coalesce(y.failing_since, excluded.checked_at)` : sql`y.failing_since`}
      where y.checked_at <= excluded.checked_at`);
    if (waited !== (await holdsFirstMails(tx, domain, now))) await wakeDomain(tx, scope.teamId, domain);
  });
}

async function holdsFirstMails(tx: TeamTransaction, domain: string, now: Date): Promise<boolean> {
  const [row] = await readRows<{ holds: boolean }>(
    tx,
    sql`select ${isUnproven(now)} as holds from (select 'x@' || ${domain} as email_norm) m`,
  );
  return row?.holds ?? false;
}
