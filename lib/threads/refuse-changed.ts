import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import type { Member } from "../auth/member";
import { AppError } from "../errors/app-error";
import { toTemporal } from "../schedule/clock/to-temporal";
import { formatTime } from "../schedule/words/format-time";
import type { LockedThread } from "./lock-thread";
import type { Stand } from "./stand";

/**
 * Refuses an act on a thread that is no longer as it was shown, and says who changed what.
 * @param about what the act changes: whoever assigns does not care that it was read, whoever settles does that they wrote again.
 * @throws AppError "conflict".
 */
export async function refuseChanged(
  tx: TeamTransaction,
  member: Pick<Member, "memberId" | "timezone">,
  { row, stand }: LockedThread,
  seen: Stand,
  about: "assignment" | "state" | "all",
  now: Date,
): Promise<void> {
  const isAssigned = about !== "state" && stand.assignedTo !== seen.assignedTo;
  const isMoved = about !== "assignment" && (stand.state !== seen.state || stand.snoozedUntil !== seen.snoozedUntil);
  const isNewer = about !== "assignment" && stand.version !== seen.version;
  if (!isAssigned && !isMoved && !isNewer) return;
  const [names] = await readRows<{
    them: string;
    to: string | null;
    assigner: string | null;
    snoozer: string | null;
    doer: string | null;
  }>(
    tx,
    sql`select coalesce(p.name, p.email) as them, (select m.name from members m where m.id = ${row.assignedTo}::uuid) as to,
          (select m.name from members m where m.id = ${row.assignedBy}::uuid) as assigner,
          (select m.name from members m where m.id = ${row.snoozedBy}::uuid) as snoozer, (select m.name from members m where m.id = ${row.doneBy}::uuid) as doer
        from contacts p where p.id = ${row.contactId}`,
  );
  const who = (id: string | null, name: string | null | undefined) => (id === member.memberId ? "You" : (name ?? "Somebody"));
  const until = (at: Date) => formatTime(toTemporal(at), { now: toTemporal(now), timeZone: member.timezone });
  const rest = "Nothing was changed; look at it again.";
  if (isNewer && stand.state === "open")
    throw new AppError("conflict", `${names?.them ?? "They"} wrote again meanwhile. Nothing was changed; read it first.`);
  if (isMoved) {
    const what =
      stand.state === "done"
        ? `${who(row.doneBy, names?.doer)} set this done meanwhile.`
        : row.snoozedUntil
          ? `${who(row.snoozedBy, names?.snoozer)} snoozed this meanwhile, until ${until(row.snoozedUntil)}.`
          : stand.state === "waiting"
            ? "This was answered meanwhile."
            : "This is to do again meanwhile.";
    throw new AppError("conflict", `${what} ${rest}`);
  }
  if (isAssigned) {
    const by = who(row.assignedBy, names?.assigner);
    const what = row.assignedTo
      ? `${by} gave this to ${row.assignedTo === member.memberId ? "you" : names?.to} meanwhile.`
      : `${by} made this nobody’s meanwhile.`;
    throw new AppError("conflict", `${what} ${rest}`);
  }
  throw new AppError("conflict");
}
