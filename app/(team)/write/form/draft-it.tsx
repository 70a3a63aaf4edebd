"use client";

import { Button, Popover, SegmentedControl, Textarea } from "@mantine/core";
import { useState } from "react";
import { PickValue } from "@/app/ui/fields/pick-value";
import { Problem } from "@/app/ui/problem/problem";
import { spell } from "@/app/ui/words/count-words";
import type { Starts } from "@/lib/templates/read-starts";
import { useDraft } from "../state/use-draft";
import type { Letter } from "../state/use-letter";
import { DraftButton } from "./draft-button";
import classes from "./form.module.css";

export type DraftOf = { letter: Letter; templates: Starts["templates"] };

const none = "none";

/** Has the model write the text from a note; what stood there is kept, and one key brings it back. */
export function DraftIt({ letter, templates }: DraftOf) {
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState("");
  const [each, setEach] = useState(false);
  const [tone, setTone] = useState<"shorter" | "plainer" | null>(null);
  const [template, setTemplate] = useState(letter.form.templateId ?? none);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const ask = useDraft(letter, () => setOpen(false));
  const people = letter.form.people.length;
  const asks = note.trim() !== "" || template !== none || letter.form.body.trim() !== "";

  const draft = async () => {
    if (busy || !asks) return;
    setBusy(true);
    setProblem(await ask({ note, templateId: template === none ? null : template, each: each && people > 1, tone }));
    setBusy(false);
  };
  const way = (name: "shorter" | "plainer", label: string) => (
    <button
      type="button"
      className={classes.way}
      aria-pressed={tone === name}
      onClick={() => setTone(tone === name ? null : name)}
    >
      {label}
    </button>
  );
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={404} radius={12} shadow="lg" trapFocus withinPortal>
      <Popover.Target>
        <DraftButton onClick={() => setOpen(!open)} />
      </Popover.Target>
      <Popover.Dropdown className={classes.drafting}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation();
            void draft();
          }}
        >
          <div className={classes.draftHead}>
            <h2>Draft it with the model</h2>
            {templates.length > 0 && (
              <span>
                from{" "}
                <PickValue
                  name="Template"
                  value={template}
                  choices={[
                    { value: none, label: "No template", said: "your note" },
                    ...templates.map((one) => ({ value: one.id, label: one.name })),
                  ]}
                  onPick={setTemplate}
                />
              </span>
            )}
          </div>
          <Textarea
            aria-label="What it is to say"
            placeholder="we met at the trade fair, I promised the plan"
            value={note}
            maxLength={2000}
            rows={3}
            data-autofocus
            onChange={(event) => setNote(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
              event.preventDefault();
              void draft();
            }}
          />
          <div className={classes.ways}>
            {people > 1 && (
              <SegmentedControl
                size="xs"
                aria-label="One text or several"
                value={each ? "each" : "all"}
                onChange={(value) => setEach(value === "each")}
                data={[
                  { value: "all", label: "One text for all" },
                  { value: "each", label: "One for each" },
                ]}
              />
            )}
            <span className={classes.springs} />
            {way("shorter", "Shorter")}
            {way("plainer", "Plainer")}
          </div>
          <p className={classes.draftNote}>
            It uses only columns and earlier mails of{" "}
            {people === 0 ? "those it is for" : people === 1 ? "this person" : `these ${spell(people)}`}. What you have written is
            kept, and can be taken back.
          </p>
          <Problem ground className={classes.draftProblem}>
            {problem}
          </Problem>
          <div className={classes.draftActs}>
            <span>{busy && "The model writes, some seconds."}</span>
            <Button variant="default" onClick={() => setOpen(false)}>
              Close <kbd>Esc</kbd>
            </Button>
            <Button type="submit" color="var(--ink)" c="var(--on-primary)" loading={busy} disabled={!asks}>
              Draft it <kbd>↵</kbd>
            </Button>
          </div>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
