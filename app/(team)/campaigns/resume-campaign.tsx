"use client";

import { useAct } from "@/app/ui/act/use-act";
import { useConnection } from "@/app/ui/live/live-provider";
import { Problem } from "@/app/ui/problem/problem";
import { resumeCampaignAction } from "./actions";
import classes from "./campaigns.module.css";
import { sayResumed } from "./say-resumed";

/** Lets a paused campaign go on, from the list. */
export function ResumeCampaign({ campaignId, name }: { campaignId: string; name: string }) {
  const { act, busy, problem } = useAct();
  const { since } = useConnection();
  return (
    <>
      <Problem className={classes.problem}>{problem}</Problem>
      <button
        type="button"
        className={classes.button}
        disabled={busy || since !== null}
        aria-label={`Resume ${name}`}
        onClick={() =>
          act(
            () => resumeCampaignAction({ campaignId }),
            () => sayResumed(name),
          )
        }
      >
        Resume
      </button>
    </>
  );
}
