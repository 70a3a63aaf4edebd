import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { isOfMicrosoft } from "./is-of-microsoft";
import { daysToMend } from "./is-unproven";
import { domainOf } from "./mailboxes-of";
import type { Proof } from "./proof";

export type DomainRow = {
  domain: string;
  mailboxes: number;
  /** Microsoft proves it, and nobody looks it up. */
  isOfMicrosoft: boolean;
  /** Empty until it was looked up. */
  proofs: Proof[];
  checkedAt: Date | null;
  failingSince: Date | null;
  /** From when on first mails wait, where it fails and nobody sends all the same. */
  waitsFrom: Date | null;
  /** Who sends all the same, since when and why; only for the failing that goes on. */
  accepted: { at: Date; by: string | null; reason: string } | null;
};

/** The domains of the team's mailboxes, those that fail on top. */
export function readDomains(scope: Scope): Promise<DomainRow[]> {
  return withTeam(scope, async (tx) => {
    const rows = await readRows<{
      domain: string;
      mailboxes: number;
      proofs: Proof[] | null;
      checkedAt: string | null;
      failingSince: string | null;
      acceptedAt: string | null;
      acceptedBy: string | null;
      acceptReason: string | null;
    }>(
      tx,
      sql`select x.domain, x.mailboxes, y.proofs, y.checked_at as "checkedAt", y.failing_since as "failingSince", y.accepted_at as "acceptedAt",
            b.name as "acceptedBy", y.accept_reason as "acceptReason"
          from (select ${domainOf} as domain, count(*)::int as mailboxes from sender_accounts m where m.status <> 'removed' group by 1) x
          left join domain_checks y on y.domain = x.domain left join members b on b.id = y.accepted_by
          order by y.failing_since is null, x.domain`,
    );
    return rows.map(({ acceptedBy, acceptReason, ...row }) => {
      const failingSince = instantOf(row.failingSince);
      const acceptedAt = instantOf(row.acceptedAt);
      const isAccepted = failingSince !== null && acceptedAt !== null && acceptedAt >= failingSince;
      const waitsFrom = failingSince && new Date(failingSince.getTime() + daysToMend * 24 * 3_600_000);
      return {
        domain: row.domain,
        mailboxes: row.mailboxes,
        isOfMicrosoft: isOfMicrosoft(row.domain),
        proofs: row.proofs ?? [],
        checkedAt: instantOf(row.checkedAt),
        failingSince,
        waitsFrom: isAccepted ? null : waitsFrom,
        accepted: isAccepted ? { at: acceptedAt, by: acceptedBy, reason: acceptReason ?? "" } : null,
      };
    });
  });
}
