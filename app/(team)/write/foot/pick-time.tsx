"use client";

import { Button, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { EditValue } from "@/app/ui/fields/edit-value";
import { readClock } from "@/app/ui/fields/read-clock";
import { clockOf } from "./say-leave";

/** A time inside the sentence, on 24 hours in every browser. */
export function PickTime({ time, onPick }: { time: string | null; onPick: (time: string) => void }) {
  return (
    <EditValue name="Time" text={clockOf(time)}>
      {(close) => (
        <Write
          time={clockOf(time)}
          onPick={(next) => {
            onPick(next);
            close();
          }}
        />
      )}
    </EditValue>
  );
}

function Write({ time, onPick }: { time: string; onPick: (time: string) => void }) {
  const [written, setWritten] = useState(time);
  const read = readClock(written);
  const sound = read !== null && read !== "24:00";
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (sound) onPick(clockOf(read));
      }}
    >
      <Stack gap={12} w={190}>
        <TextInput
          label="Time"
          inputMode="numeric"
          value={written}
          data-autofocus
          error={sound || written === "" ? null : "From 0:00 to 23:59."}
          onChange={(event) => setWritten(event.currentTarget.value)}
        />
        <Button type="submit" color="var(--ink)" {...(sound ? { c: "var(--on-primary)" } : {})} disabled={!sound}>
          Leave then
        </Button>
      </Stack>
    </form>
  );
}
