import { eq } from "drizzle-orm";
import { type Clock, databaseClock, readClock } from "@/db/access/database-clock";
import { type Scope, withTeam } from "@/db/access/with-team";
import { domainChecks } from "@/db/schema/limits";
import { checkEvery } from "./check-every";
import type { Dns } from "./dns/dns";
import { isOfMicrosoft } from "./is-of-microsoft";
import { lookUpDomain } from "./look-up-domain";
import type { Proof } from "./proof";

/** Looks a domain up whose turn it is. @returns whether it was. */
export async function checkIfDue(scope: Scope, domain: string, clock: Clock = databaseClock, dns?: Dns): Promise<boolean> {
  const now = await readClock(scope.teamId, clock);
  const [kept] = await withTeam(scope, (tx) => tx.select().from(domainChecks).where(eq(domainChecks.domain, domain)));
  if (isOfMicrosoft(domain) || (kept && nextCheckAt(kept.checkedAt, kept.proofs as Proof[]) > now)) return false;
  await lookUpDomain(scope, domain, now, dns);
  return true;
}

/** When a domain is looked up again by itself. */
export function nextCheckAt(checkedAt: Date, proofs: Proof[]): Date {
  const isSound = proofs.length > 0 && proofs.every(({ state }) => state === "sound");
  return new Date(checkedAt.getTime() + (isSound ? checkEvery.sound : checkEvery.otherwise) * 60_000);
}
