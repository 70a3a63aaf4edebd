"use client";

import { Menu } from "@mantine/core";
import { IconArchive, IconArchiveOff, IconCopy, IconDownload, IconPlayerStop } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { useConnection } from "@/app/ui/live/live-provider";
import { OpenDots } from "@/app/ui/loading/open-dots";
import { Problem } from "@/app/ui/problem/problem";
import { toast } from "@/app/ui/toast/toast";
import type { CampaignHead } from "@/lib/campaigns/read/read-campaign";
import { archiveCampaignAction, duplicateCampaignAction, restoreCampaignAction } from "../actions";
import classes from "./campaign.module.css";
import { EndCampaign } from "./end-campaign";

export type MenuOf = { campaignId: string; name: string; status: CampaignHead["status"]; archived: boolean; waiting: number };

const icon = { size: 16, stroke: 1.7 };

/** What is done with a campaign as a whole and seldom: copy it, take its results away, put it away once it is finished, end it before. */
export function OpenCampaignMenu({ campaignId, name, status, archived, waiting }: MenuOf) {
  const { act, busy, problem } = useAct();
  const [ending, setEnding] = useState(false);
  const router = useRouter();
  const offline = useConnection().since !== null;
  const bringBack = () =>
    act(
      () => restoreCampaignAction({ campaignId }),
      () => toast(`${name} stands among the campaigns again.`),
    );
  const archive = () =>
    act(
      () => archiveCampaignAction({ campaignId }),
      () =>
        toast(`${name} is archived.`, {
          detail: "What it sent stays, and answers are still read.",
          back: bringBack,
          backKey: "Z",
        }),
    );
  const duplicate = () =>
    act(async () => {
      const result = await duplicateCampaignAction({ campaignId });
      if (result.ok) {
        toast(`${result.data.name} is made, a draft.`, { detail: "Same steps, rules, list and mailbox. Nobody is mailed yet." });
        router.push(`/campaigns/${result.data.id}`);
      }
      return result;
    });
  return (
    <>
      <Problem className={classes.problem}>{problem}</Problem>
      <OpenDots label="More for this campaign" size={32} disabled={offline || busy}>
        <Menu.Item leftSection={<IconCopy {...icon} />} onClick={duplicate}>
          Duplicate
        </Menu.Item>
        <Menu.Item leftSection={<IconDownload {...icon} />} component="a" href={`/campaigns/${campaignId}/export`} download>
          Export results
        </Menu.Item>
        {status === "completed" &&
          (archived ? (
            <Menu.Item leftSection={<IconArchiveOff {...icon} />} onClick={bringBack}>
              Bring back
            </Menu.Item>
          ) : (
            <Menu.Item leftSection={<IconArchive {...icon} />} onClick={archive}>
              Archive
            </Menu.Item>
          ))}
        {status !== "completed" && (
          <Menu.Item leftSection={<IconPlayerStop {...icon} />} color="var(--stop)" onClick={() => setEnding(true)}>
            End this campaign
          </Menu.Item>
        )}
      </OpenDots>
      <EndCampaign campaignId={campaignId} name={name} waiting={waiting} opened={ending} onClose={() => setEnding(false)} />
    </>
  );
}
