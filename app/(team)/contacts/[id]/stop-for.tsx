"use client";

import { Button } from "@mantine/core";
import { stopContactAction } from "@/app/(team)/campaigns/actions";
import { useAct } from "@/app/ui/act/use-act";
import { toast } from "@/app/ui/toast/toast";
import classes from "./contact.module.css";

type Props = {
  campaignContactId: string;
  name: string;
  campaign: string;
  /** Several buttons stand together, so that each says which campaign. */
  named?: boolean;
};

/** Ends one campaign for this person. */
export function StopFor({ campaignContactId, name, campaign, named = false }: Props) {
  const { act, busy, problem } = useAct();
  return (
    <div className={classes.stop}>
      <Button
        variant="default"
        h={36}
        loading={busy}
        aria-label={`Stop for ${name}: ${campaign}`}
        onClick={() =>
          act(async () => {
            const result = await stopContactAction({ campaignContactId });
            if (result.ok) toast(`${name} gets no further mail of ${campaign}.`, { detail: result.data.was ?? "" });
            return result;
          })
        }
      >
        {named ? `Stop ${campaign}` : `Stop for ${name}`}
      </Button>
      {problem && <span role="alert">{problem}</span>}
    </div>
  );
}
