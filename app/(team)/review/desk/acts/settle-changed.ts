import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import { acceptSentAction, putBackAction, signChangedAction } from "../../actions";
import type { Desk, Done } from "../use-desk";

type Settling = Pick<Desk, "run" | "readAnew">;

/** Puts the signed text back in place of what was made of it in Outlook. */
export async function putBack(desk: Settling, draft: DraftView) {
  await desk.run(() => putBackAction({ draftId: draft.id }), draft.id);
  await desk.readAnew(draft.id);
}

/** Signs the text that was written in Outlook, exactly as it was shown. */
export async function signChanged(desk: Pick<Desk, "perform" | "readAnew">, draft: DraftView) {
  const { changed } = draft;
  if (!changed || "why" in changed.sign) return;
  const { hash } = changed.sign;
  const detail = "as it was written in Outlook";
  const act: Done = { kind: "signed", ids: [draft.id], busy: true, who: `for ${draft.contact.name}`, detail, hash };
  await desk.perform(act, () => signChangedAction({ draftId: draft.id, hash }), { stays: true });
  await desk.readAnew(draft.id);
}

/** Somebody has seen that it left otherwise than signed. */
export async function acceptSent(desk: Settling, draft: DraftView) {
  await desk.run(() => acceptSentAction({ draftId: draft.id }), draft.id);
  await desk.readAnew(draft.id);
}
