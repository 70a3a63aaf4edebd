"use client";

import { Menu } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import type { ReactElement } from "react";
import type { Starts } from "@/lib/templates/read-starts";
import classes from "./form.module.css";

export type StartsOf = {
  templates: Starts["templates"];
  chosen: string | null;
  onStart: (template: Starts["templates"][number] | null) => void;
};

/** The templates of start-from.tsx. */
export function StartsMenu({ templates, chosen, onStart, children }: StartsOf & { children: ReactElement }) {
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: "auto" }}>
        {templates.map((one) => (
          <Menu.Item
            key={one.id}
            onClick={() => onStart(one)}
            leftSection={one.id === chosen ? <IconCheck size={16} stroke={1.7} /> : <span className={classes.gap} />}
          >
            {one.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
