"use client";

import { Button } from "@mantine/core";
import { IconAlertTriangle, IconChevronRight, IconPlus } from "@tabler/icons-react";
import { LaterItems } from "@/app/ui/loading/later-items";
import { LaterValue } from "@/app/ui/loading/later-value";
import type { SetupStep } from "@/lib/campaigns/setup/view-step";
import { formatDelay } from "@/lib/schedule/words/format-duration";
import type { Delay } from "./delay-form";
import classes from "./step-list.module.css";
import { SubjectLine } from "./subject-line";

const loadDelay = async () => (await import("./open-delay")).OpenDelay;

type Props = {
  steps: SetupStep[];
  chosen: string | null;
  warned: Set<number>;
  templates: { id: string; name: string }[];
  mayEdit: boolean;
  /** Why no more can be added. */
  isFull: string | null;
  busy: boolean;
  onChoose: (id: string) => void;
  onAdd: (templateId: string | null) => void;
  onDelay: (id: string, delay: Delay, known: Delay) => void;
};

/** The mails of the sequence with the delays between them. */
export function StepList(props: Props) {
  const { steps, chosen, warned, templates, mayEdit, busy } = props;
  return (
    <div className={classes.steps}>
      <ol className={classes.stepList} aria-label="Steps">
        {steps.map((step) => (
          <li key={step.id}>
            {step.order > 1 && (
              <p className={classes.delay}>
                <LaterValue
                  name={`Delay before ${step.name}`}
                  text={sayDelay(step)}
                  disabled={!mayEdit}
                  about={{ text: sayDelay(step), step, onDelay: props.onDelay }}
                  load={loadDelay}
                />{" "}
                {isAtOnce(step) ? "after it, if no answer" : "later, if no answer"}
              </p>
            )}
            <button
              type="button"
              className={classes.step}
              aria-current={step.id === chosen ? "step" : undefined}
              onClick={() => props.onChoose(step.id)}
            >
              <span className={classes.stepNumber}>{step.order}</span>
              <span className={classes.stepWords}>
                <strong>{step.name}</strong>
                <span>
                  {step.subject.trim() === "" ? (
                    step.order === 1 ? (
                      "No subject yet"
                    ) : (
                      "Same thread"
                    )
                  ) : (
                    <SubjectLine subject={step.subject} />
                  )}
                </span>
              </span>
              {warned.has(step.order) && (
                <IconAlertTriangle size={18} stroke={1.7} color="var(--wait-mark)" aria-label="Some people lack a field" />
              )}
              <IconChevronRight size={18} stroke={1.7} className={classes.opens} aria-hidden />
            </button>
          </li>
        ))}
      </ol>
      {mayEdit && props.isFull && <p className={classes.full}>{props.isFull}</p>}
      {mayEdit && !props.isFull && (
        <LaterItems
          position="bottom-start"
          items={[
            { key: "empty", words: "Empty step", onPick: () => props.onAdd(null) },
            ...templates.map(({ id, name }) => ({ key: id, words: `Copy of ${name}`, onPick: () => props.onAdd(id) })),
          ]}
        >
          <Button variant="subtle" color="gray" c="var(--ink-2)" leftSection={<IconPlus size={16} stroke={1.7} />} loading={busy}>
            Add a step
          </Button>
        </LaterItems>
      )}
    </div>
  );
}

function isAtOnce(step: Delay): boolean {
  return step.delayDays + step.delayHours + step.delayMinutes === 0;
}

function sayDelay(step: Delay): string {
  return isAtOnce(step) ? "At once" : formatDelay({ days: step.delayDays, hours: step.delayHours, minutes: step.delayMinutes });
}
