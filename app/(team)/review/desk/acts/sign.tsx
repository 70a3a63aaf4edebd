"use client";

import { Button } from "@mantine/core";
import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import { signAction } from "../../actions";
import classes from "../desk.module.css";
import type { Desk, Done } from "../use-desk";

/** Signs the draft exactly as it was shown and shows the next one at once; it looks signed when the server has said so. */
export async function sign(desk: Pick<Desk, "perform" | "readAnew">, draft: DraftView) {
  const detail = draft.leaves ? `leaves ${draft.leaves}` : "leaves as soon as it may";
  const act: Done = { kind: "signed", ids: [draft.id], busy: true, who: `for ${draft.contact.name}`, detail, hash: draft.hash };
  await desk.perform(act, () => signAction({ draftId: draft.id, hash: draft.hash }));
  await desk.readAnew(draft.id);
}

export function SignButton({ desk, view, disabled }: { desk: Desk; view: DraftView; disabled: boolean }) {
  return (
    <Button
      color="var(--seal)"
      c="var(--on-seal)"
      className={classes.sign}
      // The next draft stands there at once: the second half of a double click would sign it unread.
      onClick={(event) => event.detail < 2 && void sign(desk, view)}
      disabled={disabled}
    >
      {view.seal?.void && view.difference ? "Sign this version" : "Sign"} <kbd>S</kbd>
    </Button>
  );
}
