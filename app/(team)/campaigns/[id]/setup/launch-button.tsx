"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import type { useAct } from "@/app/ui/act/use-act";
import { useConnection } from "@/app/ui/live/live-provider";
import type { LaunchCheck } from "@/lib/campaigns/launch/check-launch";
import { launchCampaignAction } from "./launch-actions";

type Props = {
  campaignId: string;
  /** What the person was shown; null while it is read. */
  check: LaunchCheck | null;
  act: ReturnType<typeof useAct>["act"];
  busy: boolean;
  onLaunched: () => void;
};

/** Launches for as many people as were shown, and leads to the running campaign. */
export function LaunchButton({ campaignId, check, act, busy, onLaunched }: Props) {
  const router = useRouter();
  const offline = useConnection().since !== null;
  const clear = check !== null && check.blockers.length === 0;
  const launch = () =>
    check &&
    act(
      () => launchCampaignAction({ campaignId, people: check.people }),
      () => {
        onLaunched();
        router.push(`/campaigns/${campaignId}`);
      },
    );
  return (
    <Button
      color="var(--ink)"
      {...(clear ? { c: "var(--on-primary)" } : {})}
      loading={busy}
      disabled={!clear || offline}
      onClick={launch}
    >
      {check ? `Launch for ${check.people.toLocaleString("en")} ${check.people === 1 ? "person" : "people"}` : "Launch"}
    </Button>
  );
}
