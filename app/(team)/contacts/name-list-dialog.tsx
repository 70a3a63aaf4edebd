"use client";

import { Button, Modal, Stack, TextInput } from "@mantine/core";
import { useState } from "react";

type Props = { name: string; verb: string; busy: boolean; problem: string | null; onName: (name: string) => void };
type DialogProps = Props & { opened: boolean; onClose: () => void; title: string };

/** Asks for the name of a list; an empty one cannot be kept. */
export function NameListDialog({ opened, onClose, title, ...form }: DialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={title} radius={14} centered>
      <NameListForm {...form} />
    </Modal>
  );
}

/** Made anew each time the dialog opens. */
function NameListForm({ name, verb, busy, problem, onName }: Props) {
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
