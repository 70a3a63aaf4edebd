import { count, eq, inArray } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { campaigns } from "@/db/schema/campaigns";
import { teams } from "@/db/schema/teams";
import { type JoinPolicy, type JoinRole, underWay } from "@/db/schema/words";
import { AppError } from "../errors/app-error";
import { recordActivity } from "../events/record-activity";
import { isSeen } from "../mail/is-seen";
import { isTimeZone } from "../schedule/is-time-zone";

export type TeamChange = Partial<{
  joinPolicy: JoinPolicy;
  joinRole: JoinRole;
  /** As it stands under every mail and on the page that unsubscribes. */
  name: string;
  postalAddress: string;
  /** IANA zone. */
  timezone: string;
  /** After so many days a sign-in that nobody used ends, 1 to 30. */
  idleDays: number;
}>;

/**
 * Changes how the team is joined, how long an unused sign-in lasts, its name, address or zone.
 * @throws AppError "invalid" for an empty name or a zone that does not exist, "blocked" for an empty address while campaigns mail under it.
 */
export async function changeTeam(scope: Scope, change: TeamChange, now: Date) {
  if (change.timezone !== undefined && !isTimeZone(change.timezone)) {
    throw new AppError("invalid", undefined, { timezone: "This is not a time zone. Pick a city from the list." });
  }
  const name = change.name?.replace(/\s+/g, " ").trim();
  if (name === "") throw new AppError("invalid", undefined, { name: "A team needs a name: it stands under every mail." });
  const postalAddress =
    change.postalAddress === undefined
      ? {}
      : { postalAddress: isSeen(change.postalAddress) ? change.postalAddress.trim() : null };
  await withTeam(scope, async (tx) => {
    if (postalAddress.postalAddress === null) await refuseWhileMailing(tx);
    const changed = await tx
      .update(teams)
      .set({
        ...change,
        ...(name === undefined ? {} : { name }),
        ...postalAddress,
        ...(change.timezone ? { zoneTold: true } : {}),
      })
      .where(eq(teams.id, scope.teamId))
      .returning({ id: teams.id });
    if (changed.length === 0) throw new AppError("not_found");
    const detail = Object.fromEntries(Object.entries(change).map(([what, to]) => [what, String(to)]));
    await recordActivity(tx, scope, { verb: "changed the team", at: now, detail });
  });
}

/** A launch demanded the address; it holds the team's row, too, so none can slip in between. */
async function refuseWhileMailing(tx: TeamTransaction) {
  await tx.select({ id: teams.id }).from(teams).for("update");
  const [row] = await tx.select({ count: count() }).from(campaigns).where(inArray(campaigns.status, underWay));
  if (!row?.count) return;
  const many = row.count === 1 ? "A campaign is" : `${row.count} campaigns are`;
  throw new AppError(
    "blocked",
    `${many} under way, and each mail must carry your postal address. Write another one, or end what is under way first.`,
  );
}
