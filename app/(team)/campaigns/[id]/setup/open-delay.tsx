"use client";

import { EditValue } from "@/app/ui/fields/edit-value";
import type { SetupStep } from "@/lib/campaigns/setup/view-step";
import { type Delay, DelayForm } from "./delay-form";

type Props = { text: string; step: SetupStep; onDelay: (id: string, delay: Delay, known: Delay) => void };

/** The delay before a step as a value that opens its form. */
export function OpenDelay({ text, step, onDelay }: Props) {
  return (
    <EditValue name={`Delay before ${step.name}`} text={text}>
      {(close) => (
        <DelayForm
          step={step}
          keep={(delay, known) => {
            onDelay(step.id, delay, known);
            close();
          }}
        />
      )}
    </EditValue>
  );
}
