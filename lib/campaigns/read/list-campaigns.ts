import { type Scope, withTeam } from "@/db/access/with-team";
import { type CampaignRow, readCampaigns } from "./read-campaigns";

/** Every campaign of the team, what waits for somebody first. */
export function listCampaigns(scope: Scope): Promise<CampaignRow[]> {
  return withTeam(scope, readCampaigns);
}
