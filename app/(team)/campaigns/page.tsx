import type { Metadata } from "next";
import Link from "next/link";
import { requireMember } from "@/lib/auth/require-member";
import { listCampaigns } from "@/lib/campaigns/read/list-campaigns";
import { hasRight } from "@/lib/team/rights";
import { CampaignLine } from "./campaign-line";
import classes from "./campaigns.module.css";

export const metadata: Metadata = { title: "Campaigns" };

export default async function CampaignsPage() {
  const member = await requireMember();
  const campaigns = await listCampaigns({ teamId: member.teamId, memberId: member.memberId });
  const running = campaigns.filter((campaign) => campaign.status === "active").length;
  const waiting = campaigns.filter(
    (campaign) => campaign.status === "active" && (campaign.mailboxSignedOut || campaign.toSign > 0),
  ).length;
  return (
    <div className={classes.page}>
      <div className={classes.top}>
        <h1 className={classes.verdict}>
          {campaigns.length === 0
            ? "No campaign yet"
            : `${running} ${running === 1 ? "campaign runs" : "campaigns run"}, ${waiting === 0 ? "none waits" : `${waiting} ${waiting === 1 ? "waits" : "wait"}`} for somebody`}
        </h1>
        {hasRight(member.role, "campaigns:edit") && (
          <Link href="/campaigns/new" className={classes.make}>
            New campaign
          </Link>
        )}
      </div>
      <ul className={classes.list}>
        {campaigns.map((campaign) => (
          <CampaignLine key={campaign.id} campaign={campaign} timezone={member.timezone} />
        ))}
      </ul>
    </div>
  );
}
