"use client";

import type { ComponentProps, ReactElement } from "react";
import { LaterPart } from "./later-part";
import type { Items } from "./open-items";

const load = async () => (await import("./open-items")).OpenItems;

/** A menu of plain items over any button, its child. */
export function LaterItems({ children, ...about }: Items & { children: ReactElement<ComponentProps<"button">> }) {
  return (
    <LaterPart about={about} load={load}>
      {children}
    </LaterPart>
  );
}
