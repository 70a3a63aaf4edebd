"use client";

import { useRouter } from "next/navigation";
import { answerOf } from "@/app/ui/act/answer-of";
import { SavedWord } from "@/app/ui/act/saved-word";
import { sentenceOf } from "@/app/ui/act/sentence-of";
import { useAct } from "@/app/ui/act/use-act";
import { RichText } from "@/app/ui/editor/rich-text";
import { Problem } from "@/app/ui/problem/problem";
import { toast } from "@/app/ui/toast/toast";
import type { LetterMail } from "@/lib/letters/letter";
import { dropOwnTextAction, editOwnTextAction } from "../actions";
import type { Letter } from "../state/use-letter";
import { useOwnText } from "../state/use-own-text";
import classes from "./form.module.css";

/** The text of one person's mail, where it has one of its own; the others keep theirs. */
export function OwnText({ mail, letter }: { mail: LetterMail; letter: Letter }) {
  const { text, change, saved, pending, problem } = useOwnText(mail, letter);
  const drop = useAct();
  const router = useRouter();
  const putBack = async () => {
    const now = letter.newest()?.mails.find(({ draftId }) => draftId === mail.draftId);
    if (!now)
      return toast(`${mail.contact.name} is no reader of this letter any more, so the text is not put back.`, { trouble: true });
    const result = await answerOf(
      () => editOwnTextAction({ letterId: letter.id, draftId: mail.draftId, ...text, seen: now.text }),
      (sentence) => toast(sentence, { trouble: true }),
    );
    if (result.ok) letter.refill(result.data);
    else if (result.lost === "done") router.refresh();
    else return toast(sentenceOf(result.error), { trouble: true });
    toast(`${mail.contact.name} has a text of their own again.`);
  };
  return (
    <>
      <p className={classes.ownHead}>
        <span>
          For{" "}
          <strong>
            <bdi>{mail.contact.name}</bdi>
          </strong>{" "}
          alone.{" "}
          <button
            type="button"
            disabled={drop.busy || pending}
            onClick={() =>
              drop.act(async () => {
                const result = await dropOwnTextAction({ letterId: letter.id, draftId: mail.draftId });
                if (!result.ok) return result;
                letter.show(result.data);
                toast(`${mail.contact.name} gets the text for all.`, { back: () => void putBack(), backKey: "Z" });
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
