"use client";

import { Button } from "@mantine/core";
import { IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import { useAct } from "@/app/ui/act/use-act";
import { once, useHotkeys } from "@/app/ui/keys/use-hotkeys";
import { useConnection } from "@/app/ui/live/live-provider";
import { Problem } from "@/app/ui/problem/problem";
import { toast } from "@/app/ui/toast/toast";
import type { PauseSeen } from "@/lib/campaigns/resume-campaign";
import { pauseCampaignAction, resumeCampaignAction } from "../actions";
import { sayResumed } from "../say-resumed";
import classes from "./campaign.module.css";

/** Pause and resume act at once: each takes the other back. */
export function CampaignActs({
  campaignId,
  name,
  status,
  pause,
}: {
  campaignId: string;
  name: string;
  status: string;
  /** What resuming acts on. */
  pause: PauseSeen | null;
}) {
  const { act, busy, problem } = useAct();
  const offline = useConnection().since !== null;
  const toggle = () => {
    if (pause) {
      act(
        () => resumeCampaignAction({ campaignId, ...pause }),
        () => sayResumed(name),
      );
    } else {
      act(async () => {
        const result = await pauseCampaignAction({ campaignId });
        if (result.ok) toast(result.data.was ?? `${name} is paused. Nothing of it leaves until somebody resumes it.`);
        return result;
      });
    }
  };
  useHotkeys({ p: once(() => !offline && !busy && toggle()) });
  return (
    <>
      <Problem className={classes.problem}>{problem}</Problem>
      <Button
        variant={status === "active" ? "default" : "filled"}
        {...(status === "active" ? {} : { color: "var(--ink)", c: "var(--on-primary)" })}
        h={34}
        loading={busy}
        leftSection={status === "active" ? <IconPlayerPause size={16} stroke={1.7} /> : <IconPlayerPlay size={16} stroke={1.7} />}
        rightSection={<kbd>P</kbd>}
        disabled={offline}
        onClick={toggle}
      >
        {status === "active" ? "Pause" : "Resume"}
      </Button>
    </>
  );
}
