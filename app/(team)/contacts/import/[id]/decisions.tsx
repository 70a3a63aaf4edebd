"use client";

import { SegmentedControl } from "@mantine/core";
import { sayCount } from "@/app/ui/words/count-words";
import classes from "./columns.module.css";
import type { Chosen, Foreseen, Policy } from "./use-foreseen";

const about: Record<Policy, string> = {
  leave: "They stay as they are.",
  fill: "What is known stays; an empty cell never erases.",
  overwrite: "The file wins; an empty cell never erases.",
};

type Props = { known: number; chosen: Chosen; foreseen: Foreseen | null; onPolicy: (policy: Policy) => void };

/** What happens to people who are known, as far as a column has no rule of its own, and what all of it comes to. */
export function Decisions({ known, chosen, foreseen, onPolicy }: Props) {
  const own = chosen.targets.filter((target, at) => chosen.known[at] && target !== "email" && target !== "skip").length;
  return (
    <div className={classes.decision}>
      <span>
        <strong>{known.toLocaleString("en")} of them you know already.</strong> What happens to these?
        <small>
          {about[chosen.knownPolicy]} {own === 1 && "One column has a rule of its own."}
          {own > 1 && `${own} columns have rules of their own.`}
        </small>
        {(chosen.knownPolicy !== "leave" || own > 0) && (
          <small className={classes.foreseen} data-old={foreseen?.isFresh ? undefined : true} aria-live="polite">
            {foreseen ? sayForeseen(foreseen) : "Counting what that changes"}
          </small>
        )}
      </span>
      <SegmentedControl
        aria-label="People you know already"
        value={chosen.knownPolicy}
        onChange={(value) => onPolicy(value as Policy)}
        data={[
          { value: "leave", label: "Skip them" },
          { value: "fill", label: "Fill their blanks" },
          { value: "overwrite", label: "Overwrite" },
        ]}
      />
    </div>
  );
}

/** "Fills blanks of 61 people, overwrites 12 cells." */
function sayForeseen({ what }: Foreseen): string {
  const { people, all, rows, isAll } = what;
  const fills = people.fills > 0 ? `fills blanks of ${sayCount(people.fills, "person", "people")}` : "fills no blank";
  const overwrites = all.overwrites > 0 ? `overwrites ${sayCount(all.overwrites, "cell", "cells")}` : "overwrites nothing";
  const said = people.fills + all.overwrites > 0 ? `${fills}, ${overwrites}.` : "changes nobody.";
  if (!isAll) return `Of the first ${rows.toLocaleString("en")} rows: ${said}`;
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
}
