"use client";

import { ActionIcon, Button, Menu, Modal } from "@mantine/core";
import { IconDots, IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { once, useHotkeys } from "@/app/ui/keys/use-hotkeys";
import { useConnection } from "@/app/ui/live/live-provider";
import { Problem } from "@/app/ui/problem/problem";
import { toast } from "@/app/ui/toast/toast";
import { completeCampaignAction, pauseCampaignAction, resumeCampaignAction } from "../actions";
import { sayResumed } from "../say-resumed";
import classes from "./campaign.module.css";

/** Pause and resume act at once and can be taken back; ending cannot, so it asks with its numbers. */
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
  const [ending, setEnding] = useState(false);
  const offline = useConnection().since !== null;
  const toggle = () => {
    if (status === "active") {
      act(
        () => pauseCampaignAction({ campaignId }),
        () => toast(`${name} is paused. Nothing of it leaves until somebody resumes it.`),
      );
    } else {
      act(
        () => resumeCampaignAction({ campaignId }),
        () => sayResumed(name),
      );
    }
  };
  useHotkeys({ p: once(() => !offline && !busy && toggle()) });
  return (
    <div className={classes.acts}>
      <Problem className={classes.problem}>{problem}</Problem>
      <Menu position="bottom-end" radius={12} shadow="lg">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={32} disabled={offline} aria-label="More for this campaign">
            <IconDots size={18} stroke={1.7} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item color="var(--stop)" onClick={() => setEnding(true)}>
            End this campaign
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
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
      <Modal opened={ending} onClose={() => setEnding(false)} title={`End ${name}?`} radius={14} centered>
        <p className={classes.dialogText}>
          {waiting === 1 ? "1 person gets" : `${waiting.toLocaleString("en")} people get`} no further mail of this campaign. What
          was sent stays, and replies are still read. This cannot be undone.
        </p>
        <div className={classes.acts}>
          <Button variant="default" data-autofocus onClick={() => setEnding(false)}>
            Not yet
          </Button>
          <Button
            color="var(--stop)"
            variant="outline"
            loading={busy}
            onClick={() =>
              act(
                () => completeCampaignAction({ campaignId }),
                () => setEnding(false),
              )
            }
          >
            End for {waiting.toLocaleString("en")}
          </Button>
        </div>
      </Modal>
    </div>
  );
}
