"use client";

import clsx from "clsx";
import { useEffect, useState } from "react";
import { once, useHotkeys } from "@/app/ui/keys/use-hotkeys";
import { useNearByKeys } from "@/app/ui/loading/use-near-by-keys";
import { useOpenedAt } from "@/app/ui/loading/use-opened-by";
import { Problem } from "@/app/ui/problem/problem";
import type { LabelView, ThreadView } from "@/lib/answers/thread-view";
import { labelWords } from "../label-words";
import { Behind } from "./behind";
import classes from "./labels.module.css";
import { type Changed, type Label, useLabel } from "./use-label";

type Props = { view: ThreadView; timezone: string; mayLabel: boolean; onChanged: Changed };

/** In the order of their keys. */
const labels = Object.keys(labelWords) as Label[];
const loadPanel = async () => (await import("./step-panel")).StepPanel;

/** What an answer comes to, by one key each; one that is only suggested is dashed until somebody picks. Later and Wrong person lead on at once. */
export function LabelBar(props: Props) {
  const { view, mayLabel, onChanged } = props;
  const { shown, give, busy, problem } = useLabel(view, onChanged);
  const [open, setOpen] = useState<Label | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is open belongs to the thread that was on the page.
  useEffect(() => setOpen(null), [view.id]);
  useNearByKeys(loadPanel);
  const press = (label: Label) => {
    const takesAway = shown.by === "person" && shown.label === label;
    give(takesAway ? null : label);
    setOpen(!takesAway && (label === "later" || label === "wrong person") ? label : null);
  };
  useHotkeys(Object.fromEntries(labels.map((label, at) => [at + 1, mayLabel && once(() => press(label))])));
  return (
    <section className={classes.label} aria-label="Label">
      <div className={classes.bar}>
        {labels.map((label, at) => (
          <Choice
            key={label}
            label={label}
            place={at + 1}
            shown={shown}
            mayLabel={mayLabel}
            opened={open === label}
            close={() => setOpen(null)}
            onPress={() => press(label)}
            about={props}
          />
        ))}
      </div>
      <Behind view={view} shown={shown} mayLabel={mayLabel && !busy} open={setOpen} />
      <Problem>{problem}</Problem>
    </section>
  );
}

type ChoiceProps = {
  label: Label;
  /** Its key. */
  place: number;
  shown: Pick<LabelView, "label" | "by">;
  mayLabel: boolean;
  opened: boolean;
  close: () => void;
  onPress: () => void;
  about: Props;
};

function Choice({ label, place, shown, mayLabel, opened, close, onPress, about }: ChoiceProps) {
  const { part: StepPanel, target, at } = useOpenedAt(loadPanel, opened, close);
  const isKept = shown.label === label && shown.by === "person";
  const isProposed = shown.label === label && !isKept;
  // Being interested leads to an answer, which stands below; the others to a step.
  const leadsOn = label !== "interested";
  return (
    <>
      <button
        type="button"
        {...(leadsOn ? target : {})}
        className={clsx(classes.choice, isKept && classes.kept, isProposed && classes.proposed)}
        data-label={label}
        aria-pressed={isKept}
        aria-keyshortcuts={`${place}`}
        disabled={!mayLabel}
        onClick={onPress}
      >
        {labelWords[label]}
        {isProposed && <span className={classes.unseen}>, suggested</span>}
        {mayLabel && <kbd aria-hidden>{place}</kbd>}
      </button>
      {StepPanel && leadsOn && <StepPanel {...about} label={label} at={at} close={close} />}
    </>
  );
}
