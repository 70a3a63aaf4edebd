"use client";

import { useRef, useState } from "react";
import { SavedWord } from "@/app/ui/act/saved-word";
import { useAct } from "@/app/ui/act/use-act";
import { useAutosave } from "@/app/ui/act/use-autosave";
import { RichText } from "@/app/ui/editor/rich-text";
import { Problem } from "@/app/ui/problem/problem";
import type { LetterMail } from "@/lib/letters/letter";
import { dropOwnTextAction, editOwnTextAction } from "../actions";
import type { Letter } from "../state/use-letter";
import classes from "./form.module.css";

/** The text of one person's mail, where it has one of its own; the others keep theirs. */
export function OwnText({ mail, letter }: { mail: LetterMail; letter: Letter }) {
  const seen = useRef(mail.text);
  const [text, setText] = useState(mail.text);
  const latest = useRef(text);
  const autosave = useAutosave<Partial<LetterMail["text"]>>(
    async () => {
      const next = latest.current;
      const result = await editOwnTextAction({ letterId: letter.id, draftId: mail.draftId, ...next, seen: seen.current });
      if (result.ok) {
        seen.current = next;
        letter.show(result.data);
      }
      return result;
    },
    () => {},
  );
  const change = (some: Partial<LetterMail["text"]>) => {
    latest.current = { ...latest.current, ...some };
    setText(latest.current);
    autosave.change(some);
  };
  const drop = useAct();
  return (
    <>
      <p className={classes.ownHead}>
        <span>
          For <strong>{mail.contact.name}</strong> alone.{" "}
          <button
            type="button"
            disabled={drop.busy || autosave.pending}
            onClick={() =>
              drop.act(async () => {
                const result = await dropOwnTextAction({ letterId: letter.id, draftId: mail.draftId });
                if (result.ok) letter.show(result.data);
                return result;
              })
            }
          >
            Use the text for all
          </button>
        </span>
        <SavedWord pending={autosave.pending} saved={autosave.saved} />
      </p>
      <div className={classes.subject}>
        <RichText label="Subject" single value={text.subject} onChange={(subject) => change({ subject })} />
      </div>
      <div className={classes.text}>
        <RichText label="Text" value={text.body} onChange={(body) => change({ body })} />
      </div>
      <Problem ground>{autosave.problem ?? drop.problem}</Problem>
    </>
  );
}
