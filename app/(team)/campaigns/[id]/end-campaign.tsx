"use client";

import { Button, Modal } from "@mantine/core";
import { useAct } from "@/app/ui/act/use-act";
import { Problem } from "@/app/ui/problem/problem";
import { toast } from "@/app/ui/toast/toast";
import { completeCampaignAction } from "../actions";
import classes from "./campaign.module.css";

type Props = { campaignId: string; name: string; waiting: number; opened: boolean; onClose: () => void };

/** Ending cannot be taken back, so it asks with its numbers. */
export function EndCampaign({ campaignId, name, waiting, opened, onClose }: Props) {
  const { act, busy, problem } = useAct();
  return (
    <Modal opened={opened} onClose={onClose} title={`End ${name}?`} radius={14} centered>
      <Problem className={classes.problem}>{problem}</Problem>
      <p className={classes.dialogText}>
        {waiting === 1 ? "1 person gets" : `${waiting.toLocaleString("en")} people get`} no further mail of this campaign. What
        was sent stays, and replies are still read. This cannot be undone.
      </p>
      <div className={classes.acts}>
        <Button variant="default" data-autofocus onClick={onClose}>
          Not yet
        </Button>
        <Button
          color="var(--stop)"
          variant="outline"
          loading={busy}
          onClick={() =>
            act(async () => {
              const result = await completeCampaignAction({ campaignId });
              if (result.ok) onClose();
              if (result.ok && result.data.was) toast(result.data.was);
              return result;
            })
          }
        >
          End for {waiting.toLocaleString("en")}
        </Button>
      </div>
    </Modal>
  );
}
