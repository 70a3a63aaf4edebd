"use client";

import type { ComponentProps } from "react";
import { useAtOnce } from "@/app/ui/loading/use-later";
import type { SignCorrected } from "../../../settings/mailboxes/sign-corrected";

const load = async () => (await import("../../../settings/mailboxes/sign-corrected")).SignCorrected;

/** Few campaigns wait for it, and it brings a dialog. */
export function LaterCorrected(props: ComponentProps<typeof SignCorrected>) {
  const Corrected = useAtOnce(load);
  return Corrected && <Corrected {...props} />;
}
