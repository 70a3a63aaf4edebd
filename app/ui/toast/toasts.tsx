"use client";

import { Notifications } from "@mantine/notifications";
import classes from "./toast.module.css";

/** Where toasts stand: one at a time, at the bottom. Each knows itself how long it stays. */
export function Toasts() {
  return (
    <Notifications
      position="bottom-center"
      limit={1}
      autoClose={false}
      transitionDuration={0}
      allowDragDismiss={false}
      allowScrollDismiss={false}
      classNames={{ root: classes.root ?? "" }}
      renderNotification={(one) => one.message}
    />
  );
}
