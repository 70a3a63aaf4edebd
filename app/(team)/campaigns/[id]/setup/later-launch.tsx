"use client";

import type { ComponentProps } from "react";
import { useOpenedBy } from "@/app/ui/loading/use-opened-by";
import type { LaunchDialog } from "./launch-dialog";

export const loadLaunch = async () => (await import("./launch-dialog")).LaunchDialog;

/** The dialog of launching, which comes with its button. */
export function LaterLaunch(props: ComponentProps<typeof LaunchDialog>) {
  const { part: Dialog, shown } = useOpenedBy(loadLaunch, props.opened, props.onClose);
  return Dialog && <Dialog {...props} opened={shown} />;
}
