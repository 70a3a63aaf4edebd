"use client";

import type { ReactNode } from "react";
import { LaterDrawer } from "@/app/ui/loading/later-drawer";
import classes from "./desk.module.css";

type Props = { shows: "queue" | "facts" | null; list: ReactNode; facts: ReactNode; onClose: () => void };

/** On a narrow window: the queue from the left, or what speaks for and against the letter from below. */
export function DeskDrawer({ shows, list, facts, onClose }: Props) {
  return (
    <LaterDrawer
      opened={shows !== null}
      onClose={onClose}
      position={shows === "facts" ? "bottom" : "left"}
      size="85%"
      padding={0}
      title={shows === "facts" ? "What speaks for and against it" : "The queue"}
      classNames={{ header: classes.sheetTitle ?? "", ...(shows === "facts" && { content: classes.sheet ?? "" }) }}
      overlayProps={{ color: "#15201A", backgroundOpacity: 0.3 }}
    >
      {shows === "queue" && list}
      {shows === "facts" && facts}
    </LaterDrawer>
  );
}
