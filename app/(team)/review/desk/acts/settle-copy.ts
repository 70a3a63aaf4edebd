import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import { settleCopyAction } from "../../copy-actions";
import type { Desk } from "../use-desk";

/** A person has seen in what a sent copy differs, and lets it go on. */
export async function settleCopy(desk: Desk, draft: DraftView, differenceId: string) {
  await desk.run(() => settleCopyAction({ differenceId }), draft.id);
  await desk.readAnew(draft.id);
}
