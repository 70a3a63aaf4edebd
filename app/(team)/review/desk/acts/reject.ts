import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import { rejectAction } from "../../actions";
import type { Desk, Done } from "../use-desk";

type Rejecting = Pick<Desk, "mark" | "perform" | "outdate" | "tell" | "readAnew">;

/** Rejects the draft, which leaves the queue at once, and shows the next one. Where there was nothing left to reject, that is said. */
export async function reject(desk: Rejecting, draft: DraftView, reason: string) {
  const who = `for ${draft.contact.name}`;
  const act: Done = { kind: "rejected", ids: [draft.id], busy: true, who, detail: reason, hash: null };
  desk.mark([draft.id], "rejected");
  let was: string | null = null;
  const ok = await desk.perform(act, async () => {
    const result = await rejectAction({ draftId: draft.id, reason });
    if (result.ok) was = result.data.was;
    return result;
  });
  if (!ok || was) desk.mark([draft.id], null);
  if (was) {
    // There is nothing to take back.
    desk.outdate(draft.id);
    desk.tell({ sentence: was, draftId: draft.id });
  }
  await desk.readAnew(draft.id);
}
