import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import { rejectAction } from "../../actions";
import type { Desk, Done } from "../use-desk";

/** Rejects the draft, which leaves the queue at once, and shows the next one. */
export async function reject(desk: Pick<Desk, "mark" | "perform" | "readAnew">, draft: DraftView, reason: string) {
  const who = `for ${draft.contact.name}`;
  const act: Done = { kind: "rejected", ids: [draft.id], busy: true, who, detail: reason, hash: null };
  desk.mark([draft.id], "rejected");
  const ok = await desk.perform(act, () => rejectAction({ draftId: draft.id, reason }));
  if (!ok) desk.mark([draft.id], null);
  await desk.readAnew(draft.id);
}
