import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import { acceptSentAction, putBackAction, signChangedAction } from "../../actions";
import type { Desk } from "../use-desk";

type Settling = Pick<Desk, "run" | "readAnew">;

/** Puts the signed text back in place of what was made of it in Outlook. */
export async function putBack(desk: Settling, draft: DraftView) {
  await desk.run(() => putBackAction({ draftId: draft.id }), draft.id);
  await desk.readAnew(draft.id);
}

/** Signs the text that was written in Outlook, exactly as it was shown. */
export async function signChanged(desk: Settling, draft: DraftView) {
  const { changed } = draft;
  if (!changed || "why" in changed.sign) return;
  const { hash } = changed.sign;
  await desk.run(() => signChangedAction({ draftId: draft.id, hash }), draft.id);
  await desk.readAnew(draft.id);
}

/** Somebody has seen that it left otherwise than signed. */
export async function acceptSent(desk: Settling, draft: DraftView) {
  await desk.run(() => acceptSentAction({ draftId: draft.id }), draft.id);
  await desk.readAnew(draft.id);
}
