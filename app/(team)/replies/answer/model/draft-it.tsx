"use client";

import { Button, Popover, Textarea } from "@mantine/core";
import { useState } from "react";
import { Problem } from "@/app/ui/problem/problem";
import { DraftButton } from "./draft-button";
import classes from "./model.module.css";
import type { useDraft } from "./use-draft";

export type DraftOf = { model: ReturnType<typeof useDraft>; hasText: boolean; byModel: boolean };

/** Asks the model for a draft, from a note; all that it gets can be read before and after. */
export function DraftIt({ model, hasText, byModel }: DraftOf) {
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const [drafted, setDrafted] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const toggle = (next: boolean) => {
    setOpen(next);
    setProblem(null);
    // After a draft it says what the model got for it, as long as that draft stands there.
    if (next && !(drafted && byModel)) {
      setDrafted(false);
      void model.show();
    }
  };
  const draft = async () => {
    if (busy) return;
    setBusy(true);
    const wrong = await model.draft(note);
    setProblem(wrong);
    setBusy(false);
    if (wrong !== null) return;
    setDrafted(true);
    setOpen(false);
  };
  return (
    <Popover opened={open} onChange={toggle} position="top-end" width={420} radius={12} shadow="lg" trapFocus withinPortal>
      <Popover.Target>
        <DraftButton hasText={hasText} onClick={() => toggle(!open)} />
      </Popover.Target>
      <Popover.Dropdown className={classes.drop}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation();
            void draft();
          }}
        >
          <h2>{hasText ? "Have the model rewrite it" : "Have the model draft it"}</h2>
          <Textarea
            aria-label="What the answer is to say"
            placeholder="say yes to Thursday"
            value={note}
            maxLength={2000}
            rows={2}
            data-autofocus
            onChange={(event) => setNote(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
              event.preventDefault();
              void draft();
            }}
          />
          <details className={classes.gets}>
            <summary>{drafted ? "What the model got" : "What the model gets"}</summary>
            {model.got ? (
              <dl tabIndex={0} aria-label="What the model gets">
                {model.got.map(({ what, text }, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two mails of one minute have the same name.
                  <div key={`${place} ${what}`}>
                    <dt>{what}</dt>
                    <dd>{text}</dd>
                  </div>
                ))}
                {!drafted && note.trim() && (
                  <div>
                    <dt>Your note</dt>
                    <dd>{note.trim()}</dd>
                  </div>
                )}
              </dl>
            ) : (
              <p>Reading it</p>
            )}
          </details>
          <p className={classes.says}>
            Nothing else. What you have written comes back by one key, and nothing leaves before you send it.
          </p>
          <Problem ground className={classes.problem}>
            {problem}
          </Problem>
          <div className={classes.acts}>
            <span role="status">{busy && "The model writes, some seconds."}</span>
            <Button variant="default" onClick={() => setOpen(false)}>
              Close <kbd>Esc</kbd>
            </Button>
            <Button type="submit" color="var(--ink)" c="var(--on-primary)" loading={busy}>
              {hasText ? "Rewrite it" : "Draft it"} <kbd>↵</kbd>
            </Button>
          </div>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
