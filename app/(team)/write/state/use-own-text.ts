"use client";

import { useEffect, useRef, useState } from "react";
import { useAutosave } from "@/app/ui/act/use-autosave";
import type { LetterMail } from "@/lib/letters/letter";
import { editOwnTextAction } from "../actions";
import type { Letter } from "./use-letter";

type Text = LetterMail["text"];

/** The text that one person's mail has for itself, kept as it is typed; the letter counts as kept only once this is, too. */
export function useOwnText(mail: LetterMail, letter: Letter) {
  const seen = useRef(mail.text);
  const [text, setText] = useState(mail.text);
  const latest = useRef(text);
  const count = useRef({ made: 0, kept: 0 });
  const saving = useRef<Promise<unknown> | null>(null);
  const autosave = useAutosave<Partial<Text>>(
    () => {
      const { made } = count.current;
      const next = latest.current;
      const asked = editOwnTextAction({ letterId: letter.id, draftId: mail.draftId, ...next, seen: seen.current }).then(
        (result) => {
          if (result.ok) {
            seen.current = next;
            count.current.kept = made;
            letter.show(result.data);
          }
          return result;
        },
      );
      saving.current = asked.catch(() => null);
      return asked;
    },
    () => {},
    `own text ${mail.draftId}`,
  );
  const { found } = autosave;
  useEffect(() => {
    if (!found) return;
    count.current.made += 1;
    latest.current = { ...latest.current, ...found };
    setText(latest.current);
  }, [found]);
  const change = (some: Partial<Text>) => {
    count.current.made += 1;
    latest.current = { ...latest.current, ...some };
    setText(latest.current);
    autosave.change(some);
  };
  const settled = useRef(async () => true);
  settled.current = async () => {
    const isKept = () => count.current.made === count.current.kept;
    for (let tries = 0; tries < 50 && !isKept(); tries += 1) {
      const before = count.current.kept;
      await saving.current;
      await autosave.flush();
      await saving.current;
      // Nobody answers, or it is refused: that is said, and trying on says nothing else.
      if (before === count.current.kept) break;
    }
    return isKept();
  };
  const { waitFor } = letter;
  const join = useRef(() => waitFor(() => settled.current()));
  useEffect(() => join.current(), []);
  return { text, change, saved: autosave.saved, pending: autosave.pending, problem: autosave.problem };
}
