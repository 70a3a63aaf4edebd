"use client";

import { Button, Group, Popover } from "@mantine/core";
import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { useConnection } from "@/app/ui/live/live-provider";
import { Problem } from "@/app/ui/problem/problem";
import { toast } from "@/app/ui/toast/toast";
import { stopContactAction } from "../../actions";
import classes from "./contacts.module.css";

/** Ends the campaign for one person. It cannot be taken back, so it asks. */
export function StopContact({ campaignContactId, name }: { campaignContactId: string; name: string }) {
  const { act, busy, problem } = useAct();
  const { since } = useConnection();
  const [asking, setAsking] = useState(false);
  return (
    <Popover opened={asking} onChange={setAsking} position="bottom-end" radius={12} shadow="lg" width={290} trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          c="var(--ink-2)"
          size="compact-sm"
          disabled={since !== null}
          aria-label={`Stop for ${name}`}
          onClick={() => setAsking(!asking)}
        >
          Stop
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.ask}>
        <p>{name} gets no further mail of this campaign. This cannot be undone.</p>
        <Problem>{problem}</Problem>
        <Group gap={8} justify="flex-end">
          <Button variant="default" data-autofocus onClick={() => setAsking(false)}>
            Not yet
          </Button>
          <Button
            variant="outline"
            color="var(--stop)"
            loading={busy}
            onClick={() =>
              act(async () => {
                const result = await stopContactAction({ campaignContactId });
                if (result.ok) setAsking(false);
                if (result.ok) toast(`${name} gets no further mail of this campaign.`, { detail: result.data.was ?? "" });
                return result;
              })
            }
          >
            Stop for good
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}
