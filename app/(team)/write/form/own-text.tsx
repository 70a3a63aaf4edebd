"use client";

import { SavedWord } from "@/app/ui/act/saved-word";
import { useAct } from "@/app/ui/act/use-act";
import { RichText } from "@/app/ui/editor/rich-text";
import { Problem } from "@/app/ui/problem/problem";
import type { LetterMail } from "@/lib/letters/letter";
import { dropOwnTextAction } from "../actions";
import type { Letter } from "../state/use-letter";
import { useOwnText } from "../state/use-own-text";
import classes from "./form.module.css";

/** The text of one person's mail, where it has one of its own; the others keep theirs. */
export function OwnText({ mail, letter }: { mail: LetterMail; letter: Letter }) {
  const { text, change, saved, pending, problem } = useOwnText(mail, letter);
  const drop = useAct();
  return (
    <>
      <p className={classes.ownHead}>
        <span>
          For <strong>{mail.contact.name}</strong> alone.{" "}
          <button
            type="button"
            disabled={drop.busy || pending}
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
        <SavedWord pending={pending} saved={saved} />
      </p>
      <div className={classes.subject}>
        <RichText label="Subject" single value={text.subject} onChange={(subject) => change({ subject })} />
      </div>
      <div className={classes.text}>
        <RichText label="Text" value={text.body} onChange={(body) => change({ body })} />
      </div>
      <Problem ground>{problem ?? drop.problem}</Problem>
    </>
  );
}
