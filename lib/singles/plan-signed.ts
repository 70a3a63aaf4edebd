import { eq } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { singleMails } from "@/db/schema/letters";
import { AppError } from "../errors/app-error";
import { toDate } from "../schedule/clock/to-temporal";
import { planSingle } from "./plan-single";
import { readLeave, takeBackSeconds } from "./read-leave";

/**
 * Gives a mail that was signed this moment the slot its letter asks for: from then on no engine moves it. What leaves at once still can be
 * taken back for some seconds. @throws AppError "blocked" where the team's hours never open.
 */
export async function planSigned(tx: TeamTransaction, teamId: string, singleMailId: string, now: Date): Promise<Date> {
  const leave = await readLeave(tx, singleMailId, now);
  if (!leave) throw new AppError("blocked", "The team’s hours never open, so there is no good time. Choose a time instead.");
  const at = new Date(Math.max(toDate(leave.at).getTime(), now.getTime() + takeBackSeconds * 1000));
  await tx
    .update(singleMails)
    .set({ leave: leave.kind, leaveZone: leave.zone, leaveAt: at })
    .where(eq(singleMails.id, singleMailId));
  await planSingle(tx, teamId, singleMailId, at, now);
  return at;
}
