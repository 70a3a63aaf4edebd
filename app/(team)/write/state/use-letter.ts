"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { isToBeginAnew } from "@/app/ui/act/here";
import { keepTyped } from "@/app/ui/act/keep-typed";
import { useAutosave } from "@/app/ui/act/use-autosave";
import { toast } from "@/app/ui/toast/toast";
import type { ActionResult } from "@/lib/actions/create-action";
import type { LetterInput, LetterView } from "@/lib/letters/letter";
import { readLetterAction, saveLetterAction } from "../actions";
import { type Form, formOf, inputOf, isSame } from "./form-of";

type Given = {
  letterId: string;
  /** As the server read it now; null where nothing was kept under this id yet. */
  served: LetterView | null;
  /** What the form begins with while nothing was kept. */
  start: Form;
};
/** What of a letter the server may not have yet, and what it had when that was typed. */
type Kept = { form: Form; version: number };
export type Letter = ReturnType<typeof useLetter>;

/**
 * The state of the page: what is typed, what was kept, and the letter as the server made it of that. What is typed is never replaced by what comes
 * from elsewhere: of two texts somebody chooses.
 */
export function useLetter({ letterId, served, start }: Given) {
  const router = useRouter();
  const [form, setForm] = useState(() => (served ? formOf(served) : start));
  const [view, setView] = useState(served);
  // Grows when another text comes into the editors from elsewhere, also while the caret stands in one.
  const [edition, setEdition] = useState(0);
  const [theirs, setTheirs] = useState<LetterView | null>(null);
  const now = useRef({ form, view, version: served?.version ?? 0, conflict: false });
  // How many changes were made, and how many of them are kept.
  const count = useRef({ made: 0, kept: 0 });
  const saving = useRef<Promise<unknown> | null>(null);
  // What was sent last and got no answer: it may have been kept all the same.
  const unsure = useRef<Form | null>(null);
  // Texts of single people in editors of their own: each says, when asked, whether all of it is kept.
  const apart = useRef(new Set<() => Promise<boolean>>());

  const name = `letter ${letterId}`;
  const show = (next: LetterView) => {
    now.current.view = next;
    setView(next);
  };
  const readTheirs = async () => {
    const result = await readLetterAction({ letterId }).catch(() => null);
    if (result?.ok) taking.current(result.data);
    else router.refresh();
  };
  const save = (): Promise<ActionResult<unknown>> => {
    const { made } = count.current;
    const sent = now.current.form;
    const asked = saveLetterAction(inputOf(letterId, sent, now.current.version)).then(
      (result) => {
        if (result.ok) {
          unsure.current = null;
          now.current.version = result.data.version;
          count.current.kept = made;
          if (isKept()) keepTyped.drop(name);
          show(result.data);
        } else if (result.error.code === "conflict") {
          now.current.conflict = true;
          void readTheirs();
        }
        return result;
      },
      (trouble) => {
        unsure.current = sent;
        throw trouble;
      },
    );
    const running = asked
      .catch(() => null)
      .finally(() => {
        if (saving.current === running) saving.current = null;
      });
    saving.current = running;
    return asked;
  };
  const autosave = useAutosave<Partial<LetterInput>>(save, () => {});
  const isKept = () => count.current.made === count.current.kept;

  const fill = (next: Form) => {
    now.current.form = next;
    setForm(next);
  };
  const change = (some: Partial<Form>) => {
    count.current.made += 1;
    fill({ ...now.current.form, ...some });
    keepTyped.write(name, { form: now.current.form, version: now.current.version } satisfies Kept);
    if (!now.current.conflict) autosave.change({});
  };
  /** Takes what was kept elsewhere into the form. */
  const adopt = (next: LetterView) => {
    const filled = formOf(next);
    const before = now.current.form;
    now.current.version = next.version;
    count.current.kept = count.current.made;
    keepTyped.drop(name);
    show(next);
    if (isSame(filled, before)) return;
    fill(filled);
    if (filled.subject !== before.subject || filled.body !== before.body) setEdition((last) => last + 1);
  };
  const settle = (next: LetterView) => {
    now.current.version = next.version;
    now.current.conflict = false;
    setTheirs(null);
  };

  const take = (next: LetterView) => {
    const { version, conflict } = now.current;
    if (next.version < version) return;
    // What was typed too late to be signed is kept once the signature is taken back.
    const isBack = now.current.view !== null && now.current.view.state !== "draft" && next.state === "draft";
    if (isBack && !conflict && next.version === version && !isKept()) autosave.change({});
    if (conflict) {
      // Our own text, kept by a call whose answer was lost: nobody else wrote.
      if (next.version > version && unsure.current && isSame(unsure.current, formOf(next))) {
        settle(next);
        autosave.change({});
      } else if (next.version > version) setTheirs(next);
      else {
        settle(next);
        show(next);
      }
    } else if (next.version === version) show(next);
    else if (isKept()) adopt(next);
  };
  const taking = useRef(take);
  taking.current = take;
  useEffect(() => {
    if (served) taking.current(served);
  }, [served]);
  // What was typed before the page began anew is kept now; whom it opened for gets a letter at once, so that it can be seen.
  const begin = useRef(() => {
    const typed = keepTyped.read<Kept>(name);
    if (typed && (!served || served.state === "draft") && !isSame(typed.form, now.current.form)) {
      change(typed.form);
      setEdition((last) => last + 1);
      if (served && served.version > typed.version) {
        now.current.conflict = true;
        setTheirs(served);
      }
      return;
    }
    keepTyped.drop(name);
    if (!served && start.people.length > 0) change({});
  });
  useEffect(() => begin.current(), []);
  useEffect(() => {
    // Also what was refused, which nothing tries again by itself.
    const warn = (event: BeforeUnloadEvent) =>
      count.current.made !== count.current.kept && !isToBeginAnew() && event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, []);

  return {
    id: letterId,
    form,
    view,
    edition,
    theirs,
    saved: autosave.saved ?? (view ? new Date(view.savedAt) : null),
    pending: autosave.pending,
    problem: theirs ? null : autosave.problem,
    change,
    /** Shows the letter as another act than typing left it; what is typed stays. */
    show: (next: LetterView) => next.version >= now.current.version && show(next),
    /** The same, with texts of single people that come into their editors. */
    refill: (next: LetterView) => {
      if (next.version < now.current.version) return;
      show(next);
      setEdition((last) => last + 1);
    },
    newest: () => now.current.view,
    /** Whether all that was typed is kept. */
    isKept,
    /** Puts another text in place of what stands there, and says the way back where words would be lost. */
    replace: (some: Partial<Form>, said: string) => {
      const { subject, body, templateId } = now.current.form;
      change(some);
      if (subject.trim() || body.trim()) toast(said, { back: () => change({ subject, body, templateId }), backKey: "Z" });
    },
    loadTheirs: () => {
      if (!theirs) return;
      const mine = now.current.form;
      settle(theirs);
      adopt(theirs);
      toast("Their text stands here now", {
        back: () => {
          change(mine);
          setEdition((last) => last + 1);
        },
        backKey: "Z",
      });
    },
    keepMine: () => {
      if (!theirs) return;
      settle(theirs);
      change({});
      void autosave.flush();
    },
    /** Keeps what was typed until now. @returns whether all of it is kept. */
    settled: async () => {
      // Between two saves there is a moment in which none is on its way.
      for (let tries = 0; tries < 50 && !isKept() && !now.current.conflict; tries += 1) {
        const before = count.current.kept;
        await saving.current;
        await autosave.flush();
        await saving.current;
        // Nobody answers, or it is refused: that is said, and trying on says nothing else.
        if (before === count.current.kept) break;
      }
      const others = await Promise.all([...apart.current].map((settled) => settled()));
      return isKept() && others.every(Boolean);
    },
    /** Has `settled` wait for this, too. @returns what ends that, once the last of it is kept. */
    waitFor: (settled: () => Promise<boolean>) => {
      apart.current.add(settled);
      return () => void settled().finally(() => apart.current.delete(settled));
    },
  };
}
