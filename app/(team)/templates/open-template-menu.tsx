"use client";

import { Menu } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { OpenDots } from "@/app/ui/loading/open-dots";

export type TemplateMenuOf = { busy: boolean; onDelete: () => void };

/** Deletes a template, at once: it is taken back where that is said. One in use stays, and the answer says who uses it. */
export function OpenTemplateMenu({ busy, onDelete }: TemplateMenuOf) {
  return (
    <OpenDots label="More for this template" size={36} loading={busy}>
      <Menu.Item leftSection={<IconTrash size={16} stroke={1.7} />} color="var(--stop)" onClick={onDelete}>
        Delete this template
      </Menu.Item>
    </OpenDots>
  );
}
