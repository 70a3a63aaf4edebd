"use client";

import { ActionIcon, Button, Group, Menu, Modal } from "@mantine/core";
import { IconDots, IconTrash } from "@tabler/icons-react";
import { useState } from "react";

type Props = { name: string; used: boolean; busy: boolean; onDelete: () => void };

/** Deletes a template after asking once: its text cannot be brought back. One in use is not asked about; the answer says who uses it. */
export function DeleteTemplate({ name, used, busy, onDelete }: Props) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Menu position="bottom-end" radius={12} shadow="lg">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={36} aria-label="More for this template">
            <IconDots size={18} stroke={1.7} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconTrash size={16} stroke={1.7} />}
            color="var(--stop)"
            onClick={() => (used ? onDelete() : setAsking(true))}
          >
            Delete this template
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={asking} onClose={() => setAsking(false)} title={`Delete ${name}?`} withCloseButton={false}>
        <p>Its text is gone for good. No campaign changes.</p>
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
            Keep it
          </Button>
          <Button
            color="var(--ink)"
            c="var(--on-primary)"
            loading={busy}
            onClick={() => {
              setAsking(false);
              onDelete();
            }}
          >
            Delete it
          </Button>
        </Group>
      </Modal>
    </>
  );
}
