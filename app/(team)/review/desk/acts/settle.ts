import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import { settleAction } from "../../actions";
import type { Desk } from "../use-desk";

/** A person says whether a mail in doubt has arrived. */
export async function settle(desk: Desk, draft: DraftView, arrived: boolean) {
  await desk.run(() => settleAction({ draftId: draft.id, arrived }), draft.id);
  await desk.readAnew(draft.id);
}
