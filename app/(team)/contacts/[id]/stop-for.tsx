"use client";

import { Button } from "@mantine/core";
import { useStop } from "@/app/(team)/campaigns/use-stop";
import classes from "./contact.module.css";

type Props = {
  campaignContactId: string;
  name: string;
  campaign: string;
  /** Several buttons stand together, so that each says which campaign. */
  named?: boolean;
};

/** Ends one campaign for this person, at once and with the way back. */
export function StopFor({ campaignContactId, name, campaign, named = false }: Props) {
  const { stop, busy, problem } = useStop({ campaignContactId, name, campaign });
  return (
    <div className={classes.stop}>
      <Button variant="default" h={36} loading={busy} aria-label={`Stop for ${name}: ${campaign}`} onClick={stop}>
        {named ? `Stop ${campaign}` : `Stop for ${name}`}
      </Button>
      {problem && <span role="alert">{problem}</span>}
    </div>
  );
}
