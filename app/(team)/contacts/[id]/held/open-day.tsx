"use client";

import { Button, Popover, Stack, TextInput } from "@mantine/core";
import { type ReactElement, useState } from "react";

export type DayToPick = {
  opened: boolean;
  setOpened: (opened: boolean) => void;
  /** "2026-11-30": what is chosen at first, and the first day there is. */
  day: string;
  least: string;
  busy: boolean;
  problem: string | null;
  keep: (day: string) => void;
};

/** Asks for the day on which somebody is back. */
export function OpenDay({
  opened,
  setOpened,
  day,
  least,
  busy,
  problem,
  keep,
  children,
}: DayToPick & { children: ReactElement }) {
  const [chosen, setChosen] = useState(day);
  const sound = chosen >= least;
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" radius={12} shadow="lg" trapFocus withinPortal>
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (sound) keep(chosen);
          }}
        >
          <Stack gap={12} w={250}>
            <TextInput
              type="date"
              label="First day back"
              description="Mail goes on the working day after, so that they have read what came meanwhile."
              inputWrapperOrder={["label", "input", "description", "error"]}
              value={chosen}
              min={least}
              data-autofocus
              error={problem ?? (sound || chosen === "" ? null : "Choose today or a day ahead.")}
              onChange={(event) => setChosen(event.currentTarget.value)}
            />
            <Button
              type="submit"
              color="var(--ink)"
              {...(sound ? { c: "var(--on-primary)" } : {})}
              loading={busy}
              disabled={!sound}
            >
              Hold until then
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
