"use client";

import { Checkbox, SegmentedControl, TextInput } from "@mantine/core";
import classes from "./columns.module.css";

export type Policy = "leave" | "fill" | "overwrite";

const about: Record<Policy, string> = {
  leave: "They stay as they are.",
  fill: "What is known stays; an empty cell never erases.",
  overwrite: "The file wins; an empty cell never erases.",
};

type Props = {
  known: number;
  policy: Policy;
  onPolicy: (policy: Policy) => void;
  list: string | null;
  onList: (list: string | null) => void;
};

/** What happens to people who are known, and which list everybody goes into. */
export function Decisions({ known, policy, onPolicy, list, onList }: Props) {
  return (
    <>
      {known > 0 && (
        <div className={classes.decision}>
          <span>
            <strong>{known.toLocaleString("en")} of them you know already.</strong> What happens to these?
            <small>{about[policy]}</small>
          </span>
          <SegmentedControl
            aria-label="People you know already"
            value={policy}
            onChange={(value) => onPolicy(value as Policy)}
            data={[
              { value: "leave", label: "Skip them" },
              { value: "fill", label: "Fill their blanks" },
              { value: "overwrite", label: "Overwrite" },
            ]}
          />
        </div>
      )}
      <div className={classes.decision}>
        <Checkbox
          size="xs"
          styles={{ label: { fontSize: 14 } }}
          color="var(--ink)"
          iconColor="var(--on-primary)"
          label="Put everybody of this file into a new list"
          checked={list !== null}
          onChange={(event) => onList(event.currentTarget.checked ? "" : null)}
        />
        {list !== null && (
          <TextInput
            aria-label="Name of the list"
            placeholder="Name of the list"
            className={classes.listName}
            value={list}
            maxLength={120}
            error={list.trim() === "" ? "A list needs a name." : null}
            onChange={(event) => onList(event.currentTarget.value)}
          />
        )}
      </div>
    </>
  );
}
