import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { soundJson } from "../mail/text/sound-json";
import { isUnproven } from "./is-unproven";
import type { Proof } from "./proof";
import { wakeDomain } from "./wake-domain";

/**
 * Writes what a look-up found. A domain fails from the first look-up that says so until one finds sound whatever failed; a proof without
 * an answer stays as it was. Campaigns are looked over where their first mails begin or cease to wait. A look-up that is older than what
 * is kept is dropped.
 */
export function keepProofs(scope: Scope, domain: string, looked: Proof[], now: Date): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  return withTeam(scope, async (tx) => {
    const [before] = await readRows<{ checkedAt: string; proofs: Proof[] }>(
      tx,
      sql`select checked_at as "checkedAt", proofs from domain_checks where domain = ${domain} for update`,
    );
    // As whoever looked last saw it, and as it has become with time since.
    const waited = [
      before ? await holdsFirstMails(tx, domain, new Date(before.checkedAt)) : false,
      await holdsFirstMails(tx, domain, now),
    ];
    const proofs = looked.map((proof) => carryOver(proof, before?.proofs ?? []));
    await tx.execute(sql`
      insert into domain_checks as y (domain, checked_at, proofs, failing_since)
      values (${domain}, ${at}, ${soundJson(proofs)}::jsonb, ${proofs.some(isFailing) ? at : null})
      on conflict (team_id, domain) do update set checked_at = excluded.checked_at, proofs = excluded.proofs,
        failing_since = case when excluded.failing_since is not null then coalesce(y.failing_since, excluded.failing_since) end
      where y.checked_at <= excluded.checked_at`);
    const waits = await holdsFirstMails(tx, domain, now);
    if (waited.some((one) => one !== waits)) await wakeDomain(tx, scope.teamId, domain);
  });
}

const isFailing = ({ state, failedBefore }: Proof) => state === "failing" || failedBefore === true;

function carryOver(proof: Proof, before: Proof[]): Proof {
  const failed = before.some((one) => one.kind === proof.kind && isFailing(one));
  return proof.state === "unknown" && failed ? { ...proof, failedBefore: true } : proof;
}

async function holdsFirstMails(tx: TeamTransaction, domain: string, now: Date): Promise<boolean> {
  const [row] = await readRows<{ holds: boolean }>(
    tx,
    sql`select ${isUnproven(now)} as holds from (select 'x@' || ${domain} as email_norm) m`,
  );
  return row?.holds ?? false;
}
