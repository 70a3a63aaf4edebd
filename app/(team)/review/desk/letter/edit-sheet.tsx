"use client";

import { Button } from "@mantine/core";
import { type RefObject, useEffect, useState } from "react";
import { answerOf } from "@/app/ui/act/answer-of";
import { keepTyped } from "@/app/ui/act/keep-typed";
import { sentenceOf } from "@/app/ui/act/sentence-of";
import { RichText } from "@/app/ui/editor/rich-text";
import { CommandKey } from "@/app/ui/keys/command-key";
import { signedOut } from "@/app/ui/words/away";
import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import { editAction } from "../../actions";
import classes from "./sheet.module.css";

type Text = DraftView["text"];
export type Kept = { before: Text; kept: Text };
type Typed = { seen: Text; subject: string; body: string };
/** Under which an edit that is not kept yet outlives a reload. */
export const nameOfEdit = (draftId: string) => `draft ${draftId}`;

type Props = { view: DraftView; unsaved: RefObject<boolean>; asked: number; onKept: (texts: Kept) => void; onLeave: () => void };

/** The draft's subject and text, to be changed in place; what stands around it stays as it is. */
export function EditSheet({ view, unsaved, asked, onKept, onLeave }: Props) {
  // What the person began with: somebody else may keep another text meanwhile, and must not be overwritten unseen.
  const name = nameOfEdit(view.id);
  // Only ever shown in the browser, so what was kept can be read at once.
  const [kept] = useState(() => keepTyped.read<Typed>(name));
  const [seen, setSeen] = useState(kept?.seen ?? view.text);
  const [subject, setSubject] = useState(kept?.subject ?? view.text.subject);
  const [body, setBody] = useState(kept?.body ?? view.text.body);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const changed = subject !== seen.subject || body !== seen.body;
  unsaved.current = changed;
  useEffect(() => {
    if (changed) keepTyped.write(name, { seen, subject, body } satisfies Typed);
    else keepTyped.drop(name);
  }, [name, changed, seen, subject, body]);
  useEffect(() => {
    if (asked > 0) setProblem(leaving);
  }, [asked]);
  const keep = async () => {
    if (busy) return;
    if (!changed) return onLeave();
    setBusy(true);
    const result = await answerOf(() => editAction({ draftId: view.id, subject, body, seen }), setProblem);
    setBusy(false);
    if (result.ok || result.lost === "done") {
      keepTyped.drop(name);
      unsaved.current = false;
      return onKept({ before: seen, kept: result.ok ? result.data.text : { subject, body } });
    }
    // From here on the person knows of the other text: keeping again is meant.
    if (result.error.code === "conflict") setSeen(view.text);
    setProblem(result.error.code === "signed_out" ? signedOut : sentenceOf(result.error));
  };
  const leave = () => {
    if (changed && problem !== leaving) return setProblem(leaving);
    unsaved.current = false;
    keepTyped.drop(name);
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
