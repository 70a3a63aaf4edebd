import { toast } from "@/app/ui/toast/toast";
import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import { takeBackAction, takeBackRejectionAction, takeBackSigningAction } from "../../actions";
import type { Desk } from "../use-desk";

type Undo = Pick<Desk, "takeLast" | "dropJob" | "tell" | "run" | "mark" | "forget" | "show" | "readAnew" | "current">;

/** Takes back what was done last, whatever it was. */
export async function takeBackLast(desk: Undo) {
  const last = desk.takeLast();
  if (!last) return;
  if (last.job) return takeBackJob(desk, last.job);
  const [draftId] = last.ids;
  if (!draftId) return;
  desk.tell(null);
  const action = last.kind === "signed" ? takeBackAction : takeBackRejectionAction;
  if (await desk.run(() => action({ draftId }), null)) desk.mark([draftId], "waits");
  desk.forget(draftId);
  desk.show(draftId);
  await desk.readAnew(draftId);
}

/** Takes back all that an order signed, and says what had left already. */
export async function takeBackJob(desk: Omit<Undo, "takeLast">, jobId: string) {
  desk.tell(null);
  desk.dropJob(jobId);
  const back = await desk.run(() => takeBackSigningAction({ jobId }), null);
  if (back) {
    const { taken, left } = back.data;
    const stay = left === 1 ? "stays signed" : "stay signed";
    toast(
      `${taken.toLocaleString("en")} taken back`,
      left > 0 ? { detail: `${left.toLocaleString("en")} had left already and ${stay}` } : {},
    );
  }
  await desk.readAnew(desk.current);
}

/** Takes the signature of the open draft back. */
export async function unsign(desk: Desk, draft: DraftView) {
  if ((await desk.run(() => takeBackAction({ draftId: draft.id }), draft.id)) !== null) desk.mark([draft.id], "waits");
  desk.outdate(draft.id);
  desk.hideDone();
  await desk.readAnew(draft.id);
}

/** Takes the rejection of the open draft back. */
export async function unreject(desk: Desk, draft: DraftView) {
  if ((await desk.run(() => takeBackRejectionAction({ draftId: draft.id }), draft.id)) !== null) desk.mark([draft.id], null);
  await desk.readAnew(draft.id);
}
