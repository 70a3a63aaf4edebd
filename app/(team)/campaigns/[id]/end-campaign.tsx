"use client";

import { ActionIcon, Button, Menu, Modal } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { useConnection } from "@/app/ui/live/live-provider";
import { Problem } from "@/app/ui/problem/problem";
import { toast } from "@/app/ui/toast/toast";
import { completeCampaignAction } from "../actions";
import classes from "./campaign.module.css";

/** Ending cannot be taken back, so it asks with its numbers. */
export function EndCampaign({ campaignId, name, waiting }: { campaignId: string; name: string; waiting: number }) {
  const { act, busy, problem } = useAct();
  const [ending, setEnding] = useState(false);
  const offline = useConnection().since !== null;
  return (
    <>
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
              act(async () => {
                const result = await completeCampaignAction({ campaignId });
                if (result.ok) setEnding(false);
                if (result.ok && result.data.was) toast(result.data.was);
                return result;
              })
            }
          >
            End for {waiting.toLocaleString("en")}
          </Button>
        </div>
      </Modal>
    </>
  );
}
