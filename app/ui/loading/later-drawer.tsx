"use client";

import type { DrawerProps } from "@mantine/core";
import { useOpenedBy } from "./use-opened-by";

export const loadDrawer = async () => (await import("./open-drawer")).OpenDrawer;

/** A drawer, which on a wide window hardly anybody opens: it comes with what opens it. */
export function LaterDrawer(props: DrawerProps) {
  const { part: Drawer, shown } = useOpenedBy(loadDrawer, props.opened, props.onClose);
  return Drawer && <Drawer {...props} opened={shown} />;
}
