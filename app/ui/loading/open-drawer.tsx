"use client";

import { Drawer, type DrawerProps } from "@mantine/core";

/** The drawer of later-drawer.tsx. */
export function OpenDrawer(props: DrawerProps) {
  return <Drawer {...props} />;
}
