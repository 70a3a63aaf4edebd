import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import type { Kept } from "../letter/edit-sheet";
import type { Desk, Done } from "../use-desk";

/** A text was kept. It voids the signature, so neither the word of that nor the way back from it holds; the text before can come back. */
export function keptEdit(desk: Pick<Desk, "mark" | "outdate" | "remember" | "say" | "readAnew">, draft: DraftView, texts: Kept) {
  const who = `for ${draft.contact.name}`;
  const act: Done = { kind: "edited", ids: [draft.id], texts, busy: false, who, detail: "it waits for a signature", hash: null };
  desk.mark([draft.id], "waits");
  desk.outdate(draft.id);
  desk.remember(act);
  desk.say(act);
  void desk.readAnew(draft.id);
}
