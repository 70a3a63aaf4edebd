import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { domainChecks } from "@/db/schema/limits";
import { AppError } from "../errors/app-error";
import { recordActivity } from "../events/record-activity";
import { wakeDomain } from "./wake-domain";

/**
 * Lets first mails of a failing domain leave all the same, until it is sound and fails again.
 * @param failingSince as it was shown: what somebody accepts is this failing, no later one.
 * @throws AppError "not_found" where it was never looked up, "conflict" where it does not fail, or fails since another instant.
 */
export function acceptDomain(
  scope: Scope & { memberId: string },
  { domain, failingSince, reason }: { domain: string; failingSince: Date; reason: string },
  now: Date,
): Promise<void> {
  return withTeam(scope, async (tx) => {
    const [kept] = await tx
      .select({ since: domainChecks.failingSince })
      .from(domainChecks)
      .where(eq(domainChecks.domain, domain))
      .for("update");
    if (!kept) throw new AppError("not_found");
    if (kept.since?.getTime() !== failingSince.getTime()) throw new AppError("conflict");
    // Never before what it accepts, whatever this machine's clock says.
    const acceptedAt = now > failingSince ? now : failingSince;
    await tx
      .update(domainChecks)
      .set({ acceptedAt, acceptedBy: scope.memberId, acceptReason: reason })
      .where(eq(domainChecks.domain, domain));
    await recordActivity(tx, scope, { verb: "let an unproven domain send", at: now, detail: { domain, reason } });
    await wakeDomain(tx, scope.teamId, domain);
  });
}
