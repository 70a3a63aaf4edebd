"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { sentenceOf } from "@/app/ui/act/sentence-of";
import type { useAct } from "@/app/ui/act/use-act";
import { useConnection } from "@/app/ui/live/live-provider";
import { toast } from "@/app/ui/toast/toast";
import type { LaunchView } from "@/lib/campaigns/launch/show-launch";
import { launchCampaignAction } from "./launch-actions";

type Props = {
  campaignId: string;
  /** What the person was shown; null while it is read. */
  check: LaunchView | null;
  act: ReturnType<typeof useAct>["act"];
  busy: boolean;
  onLaunched: () => void;
  /** It is not as it was shown any more, and why. */
  onRefused: (because: string) => void;
};

/** Launches what was shown for those who were shown, and leads to the running campaign. */
export function LaunchButton({ campaignId, check, act, busy, onLaunched, onRefused }: Props) {
  const router = useRouter();
  const offline = useConnection().since !== null;
  const clear = check !== null && check.blockers.length === 0;
  const launch = () =>
    check &&
    act(async () => {
      const result = await launchCampaignAction({ campaignId, viewId: check.viewId });
      if (result.ok) {
        const { people, leftOut } = result.data;
        onLaunched();
        if (leftOut) toast(`Launched for ${people.toLocaleString("en")}.`, { detail: leftOut });
        router.push(`/campaigns/${campaignId}`);
      } else if (result.error.code === "conflict" || result.error.code === "blocked") onRefused(sentenceOf(result.error));
      return result;
    });
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
