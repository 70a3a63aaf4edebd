"use client";

import type { ComponentProps } from "react";
import { useOpenedBy } from "@/app/ui/loading/use-opened-by";
import type { SignAllDialog } from "./sign-all-dialog";

export const loadSignAll = async () => (await import("./sign-all-dialog")).SignAllDialog;

/** The dialog of signing all, which comes with the question. */
export function LaterSignAll(props: ComponentProps<typeof SignAllDialog>) {
  const { part: Dialog, shown } = useOpenedBy(loadSignAll, props.asked !== null, props.onClose);
  return Dialog && <Dialog {...props} asked={shown ? props.asked : null} />;
}
