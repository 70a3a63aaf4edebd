"use client";

import { Popover } from "@mantine/core";
import clsx from "clsx";
import { Fragment, useEffect, useState } from "react";
import { once, useHotkeys } from "@/app/ui/keys/use-hotkeys";
import { Problem } from "@/app/ui/problem/problem";
import type { ThreadView } from "@/lib/answers/thread-view";
import { labelWords } from "../label-words";
import { AddNamed } from "./add-named";
import { Behind } from "./behind";
import classes from "./labels.module.css";
import { Later } from "./later";
import { Suppress } from "./suppress";
import { type Changed, type Label, useLabel } from "./use-label";

type Props = { view: ThreadView; timezone: string; mayLabel: boolean; onChanged: Changed };

/** In the order of their keys. */
const labels = Object.keys(labelWords) as Label[];
/** What choosing a label leads to; being interested leads to an answer, which stands below. */
const steps = { later: Later, "not interested": Suppress, "wrong person": AddNamed } as const;

/** What an answer comes to, by one key each; one that is only suggested is dashed until somebody picks. Later and Wrong person lead on at once. */
export function LabelBar(props: Props) {
  const { view, mayLabel, onChanged } = props;
  const { shown, give, busy, problem } = useLabel(view, onChanged);
  const [open, setOpen] = useState<Label | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is open belongs to the thread that was on the page.
  useEffect(() => setOpen(null), [view.id]);
  const press = (label: Label) => {
    const takesAway = shown.by === "person" && shown.label === label;
    give(takesAway ? null : label);
    setOpen(!takesAway && (label === "later" || label === "wrong person") ? label : null);
  };
  useHotkeys(Object.fromEntries(labels.map((label, at) => [at + 1, mayLabel && once(() => press(label))])));
  return (
    <section className={classes.label} aria-label="Label">
      <div className={classes.bar}>
        {labels.map((label, at) => {
          const Step = label === "interested" ? null : steps[label];
          const isKept = shown.label === label && shown.by === "person";
          const isProposed = shown.label === label && !isKept;
          const button = (
            <button
              type="button"
              className={clsx(classes.choice, isKept && classes.kept, isProposed && classes.proposed)}
              data-label={label}
              aria-pressed={isKept}
              aria-keyshortcuts={`${at + 1}`}
              disabled={!mayLabel}
              onClick={() => press(label)}
            >
              {labelWords[label]}
              {isProposed && <span className={classes.unseen}>, suggested</span>}
              {mayLabel && <kbd aria-hidden>{at + 1}</kbd>}
            </button>
          );
          if (!Step) return <Fragment key={label}>{button}</Fragment>;
          return (
            <Popover
              key={label}
              opened={open === label}
              onChange={(opened) => !opened && setOpen(null)}
              position="top-start"
              radius={12}
              shadow="lg"
              width="min(376px, calc(100vw - 24px))"
              trapFocus
              returnFocus
              withinPortal
            >
              <Popover.Target>{button}</Popover.Target>
              <Popover.Dropdown className={classes.step} aria-label={labelWords[label]}>
                <Step {...props} close={() => setOpen(null)} />
              </Popover.Dropdown>
            </Popover>
          );
        })}
      </div>
      <Behind view={view} shown={shown} mayLabel={mayLabel && !busy} open={setOpen} />
      <Problem>{problem}</Problem>
    </section>
  );
}
