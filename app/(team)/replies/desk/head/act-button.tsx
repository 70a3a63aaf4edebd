"use client";

import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useNearByKeys } from "@/app/ui/loading/use-near-by-keys";
import { useOpenedAt } from "@/app/ui/loading/use-opened-by";
import classes from "./head.module.css";

const load = async () => (await import("./act-panel")).ActPanel;

type Props = {
  /** Names what it opens. */
  label: string;
  icon: ReactNode;
  disabled: boolean;
  opened: boolean;
  setOpened: (opened: boolean) => void;
  /** What it asks before the act. */
  panel: ReactNode;
  children: ReactNode;
};

/** An act that asks something before it is done: its button, also where a key opens it. */
export function ActButton({ label, icon, disabled, opened, setOpened, panel, children }: Props) {
  const close = () => setOpened(false);
  useNearByKeys(load);
  const { part: ActPanel, target, at } = useOpenedAt(load, opened, close);
  return (
    <>
      <Button
        variant="subtle"
        color="var(--ink-2)"
        className={classes.wide}
        disabled={disabled}
        leftSection={icon}
        {...target}
        onClick={() => setOpened(!opened)}
      >
        {children}
      </Button>
      {ActPanel && (
        <ActPanel label={label} at={at} onClose={close}>
          {panel}
        </ActPanel>
      )}
    </>
  );
}
