"use client";

import { Menu } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconMail, IconTrash } from "@tabler/icons-react";
import type { ReactElement } from "react";

type Props = {
  /** Which step it is, of how many. */
  order: number;
  count: number;
  onTestCopy: () => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  children: ReactElement;
};

const icon = { size: 16, stroke: 1.7 };

/** What is done with a step as a whole. */
export function StepMenu({ order, count, onTestCopy, onMove, onRemove, children }: Props) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconMail {...icon} />} onClick={onTestCopy}>
          Send a test copy to me
        </Menu.Item>
        {order > 1 && (
          <Menu.Item leftSection={<IconArrowUp {...icon} />} onClick={() => onMove(-1)}>
            Move up
          </Menu.Item>
        )}
        {order < count && (
          <Menu.Item leftSection={<IconArrowDown {...icon} />} onClick={() => onMove(1)}>
            Move down
          </Menu.Item>
        )}
        {count > 1 && (
          <Menu.Item leftSection={<IconTrash {...icon} />} color="var(--stop)" onClick={onRemove}>
            Remove this step
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
