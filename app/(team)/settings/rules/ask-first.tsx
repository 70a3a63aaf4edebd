"use client";

import { Button, Group, Modal, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { Problem } from "@/app/ui/problem/problem";

type Props = {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** The words of the two buttons. */
  leave: string;
  act: string;
  busy: boolean;
  problem: string | null;
  onAct: () => void;
  /** What the act will do. */
  children: ReactNode;
};

/** Says what a change of a rule will do, before it is made. */
export function AskFirst({ opened, onClose, title, leave, act, busy, problem, onAct, children }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title={title} radius={14} centered>
      <Stack gap={12}>
        <p style={{ margin: 0 }}>{children}</p>
        <Problem>{problem}</Problem>
        <Group justify="flex-end" gap={8}>
          <Button variant="default" data-autofocus onClick={onClose}>
            {leave}
          </Button>
          <Button variant="outline" color="var(--stop)" loading={busy} onClick={onAct}>
            {act}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
