"use client";

import { Button, Menu } from "@mantine/core";
import { IconAlertTriangle, IconChevronRight, IconPlus } from "@tabler/icons-react";
import { EditValue } from "@/app/ui/fields/edit-value";
import type { SetupStep } from "@/lib/campaigns/setup/view-step";
import { formatDelay } from "@/lib/schedule/words/format-duration";
import { type Delay, DelayForm } from "./delay-form";
import classes from "./step-list.module.css";
import { SubjectLine } from "./subject-line";

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
                <EditValue name={`Delay before ${step.name}`} text={sayDelay(step)} disabled={!mayEdit}>
                  {(close) => (
                    <DelayForm
                      step={step}
                      keep={(delay, known) => {
                        props.onDelay(step.id, delay, known);
                        close();
                      }}
                    />
                  )}
                </EditValue>{" "}
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
        <Menu position="bottom-start" radius={12} shadow="lg">
          <Menu.Target>
            <Button
              variant="subtle"
              color="gray"
              c="var(--ink-2)"
              leftSection={<IconPlus size={16} stroke={1.7} />}
              loading={busy}
            >
              Add a step
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => props.onAdd(null)}>Empty step</Menu.Item>
            {templates.map((template) => (
              <Menu.Item key={template.id} onClick={() => props.onAdd(template.id)}>
                Copy of {template.name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
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
