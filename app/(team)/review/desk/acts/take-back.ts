import { toast } from "@/app/ui/toast/toast";
import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import { editAction, takeBackAction, takeBackRejectionAction, takeBackSigningAction } from "../../actions";
import type { Desk, Done } from "../use-desk";
import { sayTakenBack } from "./say-taken-back";

type Job = Pick<Desk, "beginJob" | "tell" | "run" | "readAnew" | "current">;
type Undo = Job & Pick<Desk, "take" | "inTurn" | "mark" | "show">;

const nothing = { signed: "Nothing was signed", rejected: "Nothing was rejected", edited: "Nothing was changed" };

/** Takes back what was done last, whatever it was. */
export async function takeBackLast(desk: Undo) {
  const last = desk.take();
  if (last) await takeBack(desk, last);
}

/** Takes back what is said in this moment, also where something else was done since, or the page was loaded anew. */
export async function takeBackSaid(desk: Undo, said: Done) {
  const made = desk.take(said);
  if (made) await takeBack(desk, made);
  else if (said.job) await takeBackJob(desk, said.job);
}

/**
 * What is still under way is waited for, and taken back once it is done; what failed is nothing to take back. Pressed several times, the
 * newest comes back first, in whatever order the server answers.
 */
async function takeBack(desk: Undo, { act, came }: NonNullable<ReturnType<Undo["take"]>>) {
  const [draftId] = act.ids;
  desk.tell(null);
  if (draftId) {
    desk.mark([draftId], "taking");
    desk.show(draftId);
  }
  await desk.inTurn(async () => {
    const how = await came;
    const isNone = how === "refused" || how === "nothing";
    if (isNone) toast(`${nothing[act.kind]} ${act.who}`.trim(), { detail: "There is nothing to take back." });
    if (act.job) return isNone ? undefined : takeBackJob(desk, act.job);
    if (!draftId) return;
    if (isNone) return desk.mark([draftId], null);
    const back = await desk.run<unknown>(() => backOf(act, draftId), draftId);
    await desk.readAnew(draftId);
    // Refused, it stays what it was; where nobody knows what it was, what the server reads counts.
    desk.mark([draftId], back ? "waits" : how === "done" && act.kind !== "edited" ? act.kind : null);
  });
}

function backOf({ kind, texts }: Done, draftId: string) {
  if (kind === "edited" && texts) return editAction({ draftId, ...texts.before, seen: texts.kept });
  return kind === "rejected" ? takeBackRejectionAction({ draftId }) : takeBackAction({ draftId });
}

/** Takes back all that an order signed, and says what had left already. */
export async function takeBackJob(desk: Job, jobId: string) {
  const end = desk.beginJob(jobId);
  if (!end) return;
  desk.tell(null);
  const back = await desk.run(() => takeBackSigningAction({ jobId }), null);
  if (back) toast(...sayTakenBack(back.data));
  await desk.readAnew(desk.current);
  end();
}

/** Takes the signature of the open draft back. */
export async function unsign(desk: Desk, draft: DraftView) {
  // At once: what is asked for next is what was done before it.
  desk.outdate(draft.id);
  desk.mark([draft.id], "taking");
  const back = await desk.run(() => takeBackAction({ draftId: draft.id }), draft.id);
  await desk.readAnew(draft.id);
  desk.mark([draft.id], back ? "waits" : null);
}

/** Takes the rejection of the open draft back. */
export async function unreject(desk: Desk, draft: DraftView) {
  desk.outdate(draft.id);
  desk.mark([draft.id], "taking");
  await desk.run(() => takeBackRejectionAction({ draftId: draft.id }), draft.id);
  await desk.readAnew(draft.id);
  desk.mark([draft.id], null);
}
