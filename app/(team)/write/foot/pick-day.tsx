"use client";

import { Button, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { EditValue } from "@/app/ui/fields/edit-value";
import classes from "./foot.module.css";
import { sayDay, sayWrongDay } from "./say-leave";

type Props = { day: string; today: string; onPick: (day: string) => void };

const quickDays = 6;

/** A day inside the sentence: one of the next at once, any other by its date. */
export function PickDay({ day, today, onPick }: Props) {
  return (
    <EditValue name="Day" text={sayDay(day, today)}>
      {(close) => (
        <Choose
          day={day}
          today={today}
          onPick={(next) => {
            onPick(next);
            close();
          }}
        />
      )}
    </EditValue>
  );
}

function Choose({ day, today, onPick }: Props) {
  const [written, setWritten] = useState(day);
  const wrong = sayWrongDay(written, today);
  const sound = wrong === null;
  const days = Array.from({ length: quickDays }, (_, ahead) => {
    const at = new Date(`${today}T12:00:00Z`);
    at.setUTCDate(at.getUTCDate() + ahead);
    return at.toISOString().slice(0, 10);
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (sound) onPick(written);
      }}
    >
      <Stack gap={12} w={230}>
        <div className={classes.days}>
          {days.map((one) => (
            <button key={one} type="button" aria-pressed={one === day} onClick={() => onPick(one)}>
              {sayDay(one, today)}
            </button>
          ))}
        </div>
        <TextInput
          type="date"
          label="Another day"
          value={written}
          min={today}
          max="9999-12-31"
          error={written === "" ? null : wrong}
          onChange={(event) => setWritten(event.currentTarget.value)}
        />
        <Button type="submit" color="var(--ink)" {...(sound ? { c: "var(--on-primary)" } : {})} disabled={!sound}>
          Leave that day
        </Button>
      </Stack>
    </form>
  );
}
