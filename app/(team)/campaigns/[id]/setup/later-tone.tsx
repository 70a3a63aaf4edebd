"use client";

import type { ComponentProps } from "react";
import { useAtOnce } from "@/app/ui/loading/use-later";
import type { ToneFrom } from "./tone-from";

const load = async () => (await import("./tone-from")).ToneFrom;

/** Of a step that the model writes, and loaded by no other. What is typed beside it never waits for it. */
export function LaterTone(props: ComponentProps<typeof ToneFrom>) {
  const Tone = useAtOnce(load);
  return Tone && <Tone {...props} />;
}
