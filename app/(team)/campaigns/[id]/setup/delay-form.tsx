"use client";

import { Button, NumberInput, Stack } from "@mantine/core";
import { useState } from "react";
import type { SetupStep } from "@/lib/campaigns/setup/view-step";

export type Delay = { delayDays: number; delayHours: number; delayMinutes: number };

const parts = [
  { key: "delayDays", label: "Days", most: 365 },
  { key: "delayHours", label: "Hours", most: 23 },
  { key: "delayMinutes", label: "Minutes", most: 59 },
] as const;

/** How long a step waits after the mail before it; an empty field is none. */
export function DelayForm({ step, keep }: { step: SetupStep; keep: (delay: Delay, known: Delay) => void }) {
  const [known] = useState<Delay>({
    delayDays: step.delayDays,
    delayHours: step.delayHours,
    delayMinutes: step.delayMinutes,
  });
  const [written, setWritten] = useState<Record<keyof Delay, number | string>>(known);
  const read = (key: keyof Delay) => (written[key] === "" ? 0 : Number(written[key]));
  const wrong = ({ key, most }: (typeof parts)[number]) => !(Number.isInteger(read(key)) && read(key) >= 0 && read(key) <= most);
  const sound = !parts.some(wrong);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (sound)
          keep({ delayDays: read("delayDays"), delayHours: read("delayHours"), delayMinutes: read("delayMinutes") }, known);
      }}
    >
      <Stack gap={8} w={180}>
        {parts.map((part, index) => (
          <NumberInput
            key={part.key}
            label={part.label}
            value={written[part.key]}
            onChange={(value) => setWritten((before) => ({ ...before, [part.key]: value }))}
            min={0}
            max={part.most}
            clampBehavior="none"
            allowDecimal={false}
            error={wrong(part) ? `From 0 to ${part.most}.` : null}
            {...(index === 0 ? { "data-autofocus": true } : {})}
          />
        ))}
        <Button type="submit" color="var(--ink)" c={sound ? "var(--on-primary)" : undefined} disabled={!sound}>
          Keep this delay
        </Button>
      </Stack>
    </form>
  );
}
