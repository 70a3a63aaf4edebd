"use client";

import { Button, Menu, NumberInput, Stack } from "@mantine/core";
import { IconAlertTriangle, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { EditValue } from "@/app/ui/fields/edit-value";
import type { SetupStep } from "@/lib/campaigns/setup/read-setup";
import { formatDelay } from "@/lib/schedule/format-duration";
import classes from "./setup.module.css";

type Delay = { delayDays: number; delayHours: number; delayMinutes: number };

type Props = {
  steps: SetupStep[];
  chosen: string | null;
  warned: Set<number>;
  templates: { id: string; name: string }[];
  mayEdit: boolean;
  busy: boolean;
  onChoose: (id: string) => void;
  onAdd: (templateId: string | null) => void;
  onDelay: (id: string, delay: Delay) => void;
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
                <EditValue
                  name={`Delay before ${step.name}`}
                  text={formatDelay({ days: step.delayDays, hours: step.delayHours, minutes: step.delayMinutes })}
                  disabled={!mayEdit}
                >
                  {(close) => (
                    <DelayForm
                      step={step}
                      keep={(delay) => {
                        props.onDelay(step.id, delay);
                        close();
                      }}
                    />
                  )}
                </EditValue>{" "}
                later, if no answer
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
                <span>{step.subject.trim() === "" ? (step.order === 1 ? "No subject yet" : "Same thread") : step.subject}</span>
              </span>
              {warned.has(step.order) && (
                <IconAlertTriangle size={18} stroke={1.7} color="var(--wait-mark)" aria-label="Some people lack a field" />
              )}
            </button>
          </li>
        ))}
      </ol>
      {mayEdit && (
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

function DelayForm({ step, keep }: { step: SetupStep; keep: (delay: Delay) => void }) {
  const [days, setDays] = useState<number | string>(step.delayDays);
  const [hours, setHours] = useState<number | string>(step.delayHours);
  const [minutes, setMinutes] = useState<number | string>(step.delayMinutes);
  const whole = (value: number | string) => (typeof value === "number" ? value : 0);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        keep({ delayDays: whole(days), delayHours: whole(hours), delayMinutes: whole(minutes) });
      }}
    >
      <Stack gap={8}>
        <NumberInput label="Days" value={days} onChange={setDays} min={0} max={365} allowDecimal={false} data-autofocus />
        <NumberInput label="Hours" value={hours} onChange={setHours} min={0} max={23} allowDecimal={false} />
        <NumberInput label="Minutes" value={minutes} onChange={setMinutes} min={0} max={59} allowDecimal={false} />
        <Button type="submit" color="var(--ink)" c="var(--on-primary)">
          Keep this delay
        </Button>
      </Stack>
    </form>
  );
}
