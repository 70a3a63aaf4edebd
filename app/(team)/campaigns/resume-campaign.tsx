"use client";

import { useAct } from "@/app/ui/act/use-act";
import { useConnection } from "@/app/ui/live/live-provider";
import { Problem } from "@/app/ui/problem/problem";
import type { PauseSeen } from "@/lib/campaigns/resume-campaign";
import { resumeCampaignAction } from "./actions";
import classes from "./campaigns.module.css";
import { sayResumed } from "./say-resumed";

/** Lets a paused campaign go on, from the list. */
export function ResumeCampaign({ campaignId, name, pause }: { campaignId: string; name: string; pause: PauseSeen }) {
  const { act, busy, problem } = useAct();
  const { since } = useConnection();
  return (
    <>
      <Problem className={classes.problem}>{problem}</Problem>
      <button
        type="button"
        className={classes.button}
        disabled={busy || since !== null}
        aria-busy={busy}
        aria-label={`Resume ${name}`}
        onClick={() =>
          act(
            () => resumeCampaignAction({ campaignId, ...pause }),
            () => sayResumed(name),
          )
        }
      >
        Resume
      </button>
    </>
  );
}
