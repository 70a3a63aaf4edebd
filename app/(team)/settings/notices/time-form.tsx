"use client";

import { Button, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { readClock } from "@/app/ui/fields/read-clock";

/** A time of day, on 24 hours in every browser. */
export function TimeForm({ time, busy, keep }: { time: string; busy: boolean; keep: (time: string) => void }) {
  const [text, setText] = useState(time);
  const read = readClock(text);
  const sound = read !== null && read !== "24:00";
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (sound) keep(read);
      }}
    >
      <Stack gap={8} w={190}>
        <TextInput
          label="Every day at"
          description="On the team’s clock"
          inputMode="numeric"
          value={text}
          data-autofocus
          error={sound ? null : "From 0:00 to 23:59."}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" size="xs" loading={busy} disabled={!sound}>
          Keep this time
        </Button>
      </Stack>
    </form>
  );
}
