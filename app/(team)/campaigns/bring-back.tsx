"use client";

import { useAct } from "@/app/ui/act/use-act";
import { useConnection } from "@/app/ui/live/live-provider";
import { Problem } from "@/app/ui/problem/problem";
import { toast } from "@/app/ui/toast/toast";
import { restoreCampaignAction } from "./actions";
import classes from "./campaigns.module.css";

/** Takes a campaign out of the archived, from their list. */
export function BringBack({ campaignId, name }: { campaignId: string; name: string }) {
  const { act, busy, problem } = useAct();
  const { since } = useConnection();
  return (
    <>
      <Problem className={classes.problem}>{problem}</Problem>
      <button
        type="button"
        className={classes.button}
        disabled={busy || since !== null}
        aria-label={`Bring ${name} back`}
        onClick={() =>
          act(
            () => restoreCampaignAction({ campaignId }),
            () => toast(`${name} stands among the campaigns again.`),
          )
        }
      >
        Bring back
      </button>
    </>
  );
}
