"use client";

import { Menu } from "@mantine/core";
import type { ReactElement } from "react";
import type { ThreadView } from "@/lib/answers/thread-view";
import classes from "./head.module.css";

type Props = {
  view: ThreadView;
  mayWork: boolean;
  offline: boolean;
  setPanel: (panel: "assign" | "snooze") => void;
  onDetails: () => void;
  children: ReactElement;
};

/** Where there is no room for buttons: the rest of the acts, and whom it is with. */
export function MoreMenu({ mayWork, offline, setPanel, onDetails, view, children }: Props) {
  return (
    <Menu position="bottom-end" width={220} radius={12} shadow="lg">
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        {mayWork && (
          <>
            <Menu.Item className={classes.narrow} disabled={offline} onClick={() => setPanel("assign")}>
              {view.assigned ? `Assigned to ${view.assigned.name}` : "Assign"}
            </Menu.Item>
            <Menu.Item className={classes.narrow} disabled={offline} onClick={() => setPanel("snooze")}>
              Snooze
            </Menu.Item>
          </>
        )}
        <Menu.Item onClick={onDetails}>
          About <bdi>{view.contact.name}</bdi>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
