import { and, eq } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { members } from "@/db/schema/teams";
import { AppError } from "../errors/app-error";

/**
 * Holds the team's administrators until the transaction ends, so that two of them cannot step down at once.
 * @throws AppError "blocked" when nobody but `leaving` administers the team.
 */
export async function keepOneAdministrator(tx: TeamTransaction, leaving: string) {
  const administrators = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.role, "administrator"), eq(members.status, "active")))
    .orderBy(members.id)
    .for("update");
  if (administrators.length === 1 && administrators[0]?.id === leaving) {
    throw new AppError("blocked", "One administrator always stays. Make somebody else an administrator first.");
  }
}
