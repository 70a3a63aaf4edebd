"use client";

import { Button, Stack, TextInput } from "@mantine/core";
import { useState } from "react";

type Props = { name: string; verb: string; busy: boolean; problem: string | null; onName: (name: string) => void };

/** The name of a list, in a dialog; an empty one cannot be kept. */
export function NameListForm({ name, verb, busy, problem, onName }: Props) {
  const [next, setNext] = useState(name);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (next.trim()) onName(next);
      }}
    >
      <Stack gap={16}>
        <TextInput
          label="Name of the list"
          value={next}
          maxLength={120}
          error={problem}
          data-autofocus
          onChange={(event) => setNext(event.currentTarget.value)}
        />
        <Button type="submit" color="var(--ink)" c="var(--on-primary)" loading={busy} disabled={!next.trim()}>
          {verb}
        </Button>
      </Stack>
    </form>
  );
}
