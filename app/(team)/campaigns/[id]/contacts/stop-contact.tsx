"use client";

import { Button } from "@mantine/core";
import { useConnection } from "@/app/ui/live/live-provider";
import { Problem } from "@/app/ui/problem/problem";
import { useStop } from "../../use-stop";

/** Ends the campaign for one person, at once and with the way back. */
export function StopContact(props: { campaignContactId: string; name: string; campaign: string }) {
  const { stop, busy, problem } = useStop(props);
  const { since } = useConnection();
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        c="var(--ink-2)"
        size="compact-sm"
        loading={busy}
        disabled={since !== null}
        aria-label={`Stop for ${props.name}`}
        onClick={stop}
      >
        Stop
      </Button>
      <Problem>{problem}</Problem>
    </>
  );
}
