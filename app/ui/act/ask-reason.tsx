"use client";

import { Button, Group, Modal, Stack, Textarea } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { isToBeginAnew } from "./here";
import { keepTyped } from "./keep-typed";

type Props = {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** What the act will do. */
  consequence: ReactNode;
  /** What is asked, and what becomes of the answer. */
  label?: string;
  description?: string;
  /** The words of the two buttons. */
  leave: string;
  act: string;
  busy: boolean;
  problem: string | null;
  onAct: (reason: string) => void;
};

/** Says what an act will do and wants a reason that stays in the record. */
export function AskReason({ opened, onClose, title, consequence, busy, problem, onAct, ...words }: Props) {
  // A reason outlives a sign-in and a newer version, too; the dialog that it stands in is then opened again by hand.
  const name = `reason ${title}`;
  const [reason, setReason] = useState(() => keepTyped.read<string>(name) ?? "");
  const end = () => {
    if (isToBeginAnew()) return;
    keepTyped.drop(name);
    setReason("");
  };
  return (
    // Closed by what it asked for, or left: the next question begins empty.
    <Modal opened={opened} onClose={onClose} onExitTransitionEnd={end} title={title} radius={14} centered>
      <Stack gap={12}>
        <p style={{ margin: 0 }}>{consequence}</p>
        <Textarea
          label={words.label ?? "Why"}
          description={words.description ?? "It stays in the record, with your name."}
          value={reason}
          maxLength={300}
          autosize
          minRows={2}
          data-autofocus
          error={problem}
          onChange={(event) => {
            setReason(event.currentTarget.value);
            keepTyped.write(name, event.currentTarget.value);
          }}
        />
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onClose}>
            {words.leave}
          </Button>
          <Button
            color="var(--ink)"
            c="var(--on-primary)"
            loading={busy}
            disabled={reason.trim().length < 3}
            onClick={() => onAct(reason)}
          >
            {words.act}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
