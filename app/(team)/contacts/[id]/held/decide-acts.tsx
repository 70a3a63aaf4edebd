"use client";

import { Button } from "@mantine/core";
import { Problem } from "@/app/ui/problem/problem";
import type { HoldChange } from "@/lib/campaigns/hold/change-hold";
import classes from "./held.module.css";
import { useHold } from "./use-hold";

type Act = { words: string; change: HoldChange; said: string };

/** Two ways on, where mail waits for a person to say. */
export function DecideActs({ contactId, acts }: { contactId: string; acts: Act[] }) {
  const { change, busy, problem } = useHold(contactId);
  return (
    <div className={classes.acts}>
      {acts.map(({ words, change: as, said }) => (
        <Button key={words} variant="default" h={36} px={14} disabled={busy} aria-busy={busy} onClick={() => change(as, said)}>
          {words}
        </Button>
      ))}
      <Problem>{problem}</Problem>
    </div>
  );
}
