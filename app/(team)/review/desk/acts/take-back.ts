import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import { takeBackAction, takeBackRejectionAction } from "../../actions";
import type { Desk, Done } from "../use-desk";

const chunk = 100;

type Undo = Pick<Desk, "takeLast" | "tell" | "run" | "mark" | "forget" | "show" | "readAnew">;

/** Takes back what was done last, whatever it was; of many signatures those whose mail has left stay, and that is said. */
export async function takeBackLast(desk: Undo) {
  const last = desk.takeLast();
  if (!last) return;
  const { kind, ids } = last;
  desk.tell(null);
  let taken = 0;
  let left = 0;
  for (let start = 0; start < ids.length; start += chunk) {
    const some = ids.slice(start, start + chunk);
    const back = await takeBackSome(desk, kind, some);
    if (!back) break;
    desk.mark(back, "waits");
    taken += back.length;
    left += some.length - back.length;
  }
  if (left > 0 && taken + left === ids.length)
    desk.tell({
      sentence: `${taken} taken back. ${left} had left already and ${left === 1 ? "stays" : "stay"} signed.`,
      draftId: null,
    });
  for (const id of ids) desk.forget(id);
  if (ids[0]) desk.show(ids[0]);
  await desk.readAnew(ids[0]);
}

/** @returns the drafts that wait again; null when it failed. */
async function takeBackSome(desk: Pick<Desk, "run">, kind: Done["kind"], draftIds: string[]): Promise<string[] | null> {
  if (kind === "signed") return (await desk.run(() => takeBackAction({ draftIds }), null))?.data ?? null;
  return (await desk.run(() => takeBackRejectionAction({ draftId: draftIds[0] ?? "" }), null)) && draftIds;
}

/** Takes the signature of the open draft back. */
export async function unsign(desk: Desk, draft: DraftView) {
  if ((await desk.run(() => takeBackAction({ draftIds: [draft.id] }), draft.id)) !== null) desk.mark([draft.id], "waits");
  desk.outdate(draft.id);
  desk.hideDone();
  await desk.readAnew(draft.id);
}

/** Takes the rejection of the open draft back. */
export async function unreject(desk: Desk, draft: DraftView) {
  if ((await desk.run(() => takeBackRejectionAction({ draftId: draft.id }), draft.id)) !== null) desk.mark([draft.id], null);
  await desk.readAnew(draft.id);
}
