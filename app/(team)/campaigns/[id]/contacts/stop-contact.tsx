"use client";

import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useAct } from "@/app/ui/act/use-act";
import { stopContactAction } from "../../actions";

/** Ends the campaign for one person. */
export function StopContact({ campaignContactId, name }: { campaignContactId: string; name: string }) {
  const { act, busy, problem } = useAct();
  return (
    <Button
      variant="subtle"
      color="gray"
      c={problem ? "var(--stop)" : "var(--ink-2)"}
      size="compact-sm"
      loading={busy}
      title={problem ?? undefined}
      aria-label={`Stop for ${name}`}
      onClick={() =>
        act(
          () => stopContactAction({ campaignContactId }),
          () => notifications.show({ message: `${name} gets no further mail of this campaign.` }),
        )
      }
    >
      Stop
    </Button>
  );
}
