import { AppError } from "../errors/app-error";
import { knock } from "./knock";
import { limits, type MemberKnock } from "./limits";
import { sayWait } from "./say-wait";

/** Lets a person do what is limited. @throws AppError "limited" that says when it can be tried again. */
export async function letThrough(kind: MemberKnock, who: { teamId: string; memberId: string }, now: Date): Promise<void> {
  const wait = await knock(kind, limits[kind].by === "team" ? who.teamId : who.memberId, now);
  if (wait === 0) return;
  const sentence = `That is many at once. Nothing was changed; try again in ${sayWait(wait)}.`;
  throw new AppError("limited", sentence, undefined, { waitSeconds: wait });
}
