"use client";

import { useConnection } from "@/app/ui/live/live-provider";
import { LaterDots } from "@/app/ui/loading/later-dots";
import type { MenuOf } from "./open-campaign-menu";

const load = async () => (await import("./open-campaign-menu")).OpenCampaignMenu;

/** What is done with a campaign as a whole and seldom. */
export function CampaignMenu(props: MenuOf) {
  const offline = useConnection().since !== null;
  return <LaterDots label="More for this campaign" size={32} disabled={offline} about={props} load={load} />;
}
