"use client";

import { Button, Checkbox, Group, NumberInput, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Weekday } from "@/lib/schedule/types";
import { readClock } from "./read-clock";
import classes from "./rule-forms.module.css";
import { SelectZone } from "./select-zone";

const week: Weekday[] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

type DaysProps = { label?: string; days: readonly Weekday[]; busy: boolean; keep: (days: Weekday[]) => void };

/** The days to send on. */
export function DaysForm({ label = "Days to send on", days, busy, keep }: DaysProps) {
  const [chosen, setChosen] = useState<string[]>([...days]);
  return (
    <Stack gap={8}>
      <Checkbox.Group
        label={label}
        value={chosen}
        onChange={setChosen}
        error={chosen.length === 0 ? "Choose at least one day." : null}
      >
        <Stack gap={6} mt={8} mb={8}>
          {week.map((day) => (
            <Checkbox key={day} value={day} label={day.charAt(0).toUpperCase() + day.slice(1)} color="var(--ink)" />
          ))}
        </Stack>
      </Checkbox.Group>
      <Keep
        busy={busy}
        disabled={chosen.length === 0}
        onClick={() => keep(week.filter((day) => chosen.includes(day)))}
        what="these days"
      />
    </Stack>
  );
}

type HoursProps = { start: string; end: string; busy: boolean; keep: (start: string, end: string) => void };

/** From when until when, on 24 hours in every browser; an end before the start is the next day. */
export function HoursForm({ start, end, busy, keep }: HoursProps) {
  const anyHour = start.startsWith("00:00") && end.startsWith("24:00");
  const plain = (text: string) => text.slice(0, 5).replace(/^0(\d)/, "$1");
  const [any, setAny] = useState(anyHour);
  const [from, setFrom] = useState(anyHour ? "9:00" : plain(start));
  const [to, setTo] = useState(anyHour ? "17:00" : plain(end));
  const [first, last] = [readClock(from), readClock(to)];
  const same = first !== null && last !== null && first === last;
  const sound = first !== null && first !== "24:00" && last !== null && !same;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (any) keep("00:00", "24:00");
        else if (sound && first && last) keep(first, last);
      }}
    >
      <Stack gap={8} w={250}>
        <Checkbox label="Any hour" checked={any} onChange={(event) => setAny(event.currentTarget.checked)} color="var(--ink)" />
        <Group gap={8} grow align="flex-start">
          <TextInput
            label="From"
            inputMode="numeric"
            value={from}
            disabled={any}
            data-autofocus
            error={!any && (first === null || first === "24:00") ? "From 0:00 to 23:59." : null}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <TextInput
            label="To"
            inputMode="numeric"
            value={to}
            disabled={any}
            error={!any && last === null ? "From 0:00 to 24:00." : null}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
        </Group>
        {!any && same && <p className={classes.wrong}>Start and end are the same time, so nothing would leave.</p>}
        {!any && sound && last < first && <p className={classes.caption}>Ends at {to} the next day.</p>}
        <Keep busy={busy} disabled={!any && !sound} what="these hours" />
      </Stack>
    </form>
  );
}

/** A city whose clock counts, found by its name or its part of the world. */
export function ZoneForm({ zones, value, keep }: { zones: string[]; value: string; keep: (zone: string) => void }) {
  return (
    <SelectZone
      label="Time zone"
      w={280}
      zones={zones}
      value={value}
      allowDeselect={false}
      data-autofocus
      comboboxProps={{ withinPortal: false }}
      onChange={(zone) => zone && keep(zone)}
    />
  );
}

/** One whole number within bounds; what is out of them is said, never changed under the hand. */
export function NumberForm(props: {
  label: string;
  value: number;
  least: number;
  most: number;
  busy: boolean;
  keep: (value: number) => void;
}) {
  const [value, setValue] = useState<number | string>(props.value);
  const sound = typeof value === "number" && Number.isInteger(value) && value >= props.least && value <= props.most;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (sound) props.keep(value);
      }}
    >
      <Stack gap={8}>
        <NumberInput
          label={props.label}
          value={value}
          onChange={setValue}
          min={props.least}
          max={props.most}
          clampBehavior="none"
          allowDecimal={false}
          data-autofocus
          error={sound ? null : `A whole number from ${props.least} to ${props.most.toLocaleString("en")}.`}
        />
        <Keep busy={props.busy} disabled={!sound} what="this number" />
      </Stack>
    </form>
  );
}

function Keep({ busy, disabled, what, onClick }: { busy: boolean; disabled: boolean; what: string; onClick?: () => void }) {
  return (
    <Button
      type={onClick ? "button" : "submit"}
      color="var(--ink)"
      c={disabled ? undefined : "var(--on-primary)"}
      loading={busy}
      disabled={disabled}
      {...(onClick ? { onClick } : {})}
    >
      Keep {what}
    </Button>
  );
}
