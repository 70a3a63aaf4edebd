"use client";

import { Button } from "@mantine/core";
import { type RefObject, useEffect, useState } from "react";
import { RichText } from "@/app/ui/editor/rich-text";
import { CommandKey } from "@/app/ui/keys/command-key";
import type { ActionResult } from "@/lib/actions/create-action";
import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import { editAction } from "../../actions";
import classes from "./sheet.module.css";

type Props = { view: DraftView; unsaved: RefObject<boolean>; asked: number; onKept: () => void; onLeave: () => void };

/** The draft's subject and text, to be changed in place; what stands around it stays as it is. */
export function EditSheet({ view, unsaved, asked, onKept, onLeave }: Props) {
  // What the person began with: somebody else may keep another text meanwhile, and must not be overwritten unseen.
  const [seen, setSeen] = useState(view.text);
  const [subject, setSubject] = useState(view.text.subject);
  const [body, setBody] = useState(view.text.body);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const changed = subject !== seen.subject || body !== seen.body;
  unsaved.current = changed;
  useEffect(() => {
    if (asked > 0) setProblem(leaving);
  }, [asked]);
  const keep = async () => {
    if (busy) return;
    if (!changed) return onLeave();
    setBusy(true);
    const result: ActionResult<unknown> | null = await editAction({ draftId: view.id, subject, body, seen }).catch(() => null);
    setBusy(false);
    if (result?.ok) {
      unsaved.current = false;
      return onKept();
    }
    // From here on the person knows of the other text: keeping again is meant.
    if (result?.error.code === "conflict") setSeen(view.text);
    setProblem(
      result
        ? (Object.values(result.error.fields ?? {})[0] ?? result.error.message)
        : "Countersign does not answer. Your text stays here; try again in a minute.",
    );
  };
  const leave = () => {
    if (changed && problem !== leaving) return setProblem(leaving);
    unsaved.current = false;
    onLeave();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the two fields inside are heard here.
    <div
      className={classes.edit}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
          event.preventDefault();
          void keep();
        } else if (event.key === "Escape") {
          event.preventDefault();
          leave();
        }
      }}
    >
      <div className={classes.editSubject}>
        <RichText label="Subject" value={subject} onChange={setSubject} single autofocus />
      </div>
      <RichText label="Text" value={body} onChange={setBody} />
      <p className={classes.editNote}>
        {view.seal && !view.seal.void
          ? "A changed text makes the signature void: this version must be signed anew. "
          : "The first version stays beside yours. "}
        The signature block and the unsubscribe line follow the text.
      </p>
      {problem && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
      <div className={classes.editActs}>
        <Button variant="default" onClick={leave}>
          {problem === leaving ? "Leave them" : "Leave"} <kbd>Esc</kbd>
        </Button>
        <Button color="var(--ink)" c="var(--on-primary)" onClick={keep} loading={busy} data-primary>
          Keep this text <CommandKey with="↵" />
        </Button>
      </div>
    </div>
  );
}

const leaving = "Your changes are not kept yet. Keep them, or press Esc once more to leave them.";
