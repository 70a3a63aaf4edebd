"use client";

import { Button } from "@mantine/core";
import { IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import { useCallback, useEffect } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { isTyping } from "@/app/ui/keys/is-typing";
import { useConnection } from "@/app/ui/live/live-provider";
import { toast } from "@/app/ui/toast/toast";
import { pauseCampaignAction, resumeCampaignAction } from "../actions";
import classes from "./campaign.module.css";
import { EndCampaign } from "./end-campaign";

/** Pause and resume act at once: each takes the other back. */
export function CampaignActs({
  campaignId,
  name,
  status,
  waiting,
}: {
  campaignId: string;
  name: string;
  status: string;
  waiting: number;
}) {
  const { act, busy, problem } = useAct();
  const offline = useConnection().since !== null;
  const toggle = useCallback(() => {
    if (status === "active") {
      act(
        () => pauseCampaignAction({ campaignId }),
        () => toast(`${name} is paused. Nothing of it leaves until somebody resumes it.`),
      );
    } else {
      act(
        () => resumeCampaignAction({ campaignId }),
        () => toast(`${name} goes on. Signed mails get new slots, spread from now on.`),
      );
    }
  }, [act, campaignId, name, status]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "p" || event.metaKey || event.ctrlKey || event.altKey || event.repeat || isTyping(event))
        return;
      event.preventDefault();
      if (!offline && !busy) toggle();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [toggle, offline, busy]);
  return (
    <div className={classes.acts}>
      {problem && (
        <span className={classes.problem} role="alert">
          {problem}
        </span>
      )}
      <EndCampaign campaignId={campaignId} name={name} waiting={waiting} />
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
    </div>
  );
}
