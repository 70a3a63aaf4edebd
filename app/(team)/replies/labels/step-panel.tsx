"use client";

import { Popover } from "@mantine/core";
import { AtButton } from "@/app/ui/loading/at-button";
import type { At } from "@/app/ui/loading/use-opened-by";
import type { ThreadView } from "@/lib/answers/thread-view";
import { labelWords } from "../label-words";
import { AddNamed } from "./add-named";
import classes from "./labels.module.css";
import { Later } from "./later";
import { Suppress } from "./suppress";
import type { Changed } from "./use-label";

/** What choosing a label leads to. */
const steps = { later: Later, "not interested": Suppress, "wrong person": AddNamed } as const;

type Props = {
  view: ThreadView;
  timezone: string;
  onChanged: Changed;
  label: keyof typeof steps;
  at: At;
  close: () => void;
};

/** The step that follows a label, at its button. */
export function StepPanel({ label, at: { id, button, opened }, ...props }: Props) {
  const Step = steps[label];
  return (
    <Popover
      id={id}
      opened={opened}
      onChange={(open) => !open && props.close()}
      position="top-start"
      radius={12}
      shadow="lg"
      width="min(376px, calc(100vw - 24px))"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <AtButton button={button} />
      </Popover.Target>
      <Popover.Dropdown className={classes.step} aria-label={labelWords[label]}>
        <Step {...props} />
      </Popover.Dropdown>
    </Popover>
  );
}
