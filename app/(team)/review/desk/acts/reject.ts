import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import { rejectAction } from "../../actions";
import type { Desk, Done } from "../use-desk";

type Rejecting = Pick<Desk, "perform" | "tell" | "readAnew">;

/** Rejects the draft, which leaves the queue at once, and shows the next one. Where there was nothing left to reject, that is said. */
export async function reject(desk: Rejecting, draft: DraftView, reason: string) {
  const who = `for ${draft.contact.name}`;
  const act: Done = { kind: "rejected", ids: [draft.id], busy: true, who, detail: reason, hash: null };
  const made = await desk.perform(act, () => rejectAction({ draftId: draft.id, reason }), {
    isNothing: ({ was }) => was !== null,
  });
  const was = made.data?.was;
  if (was) desk.tell({ sentence: was, draftId: draft.id });
  await desk.readAnew(draft.id);
}
