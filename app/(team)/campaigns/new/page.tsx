import type { Metadata } from "next";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/auth/rights";
import { readLists } from "@/lib/lists/read-lists";
import classes from "./new.module.css";
import { NewCampaign } from "./new-campaign";

export const metadata: Metadata = { title: "New campaign · Campaigns" };

export default async function NewCampaignPage({ searchParams }: { searchParams: Promise<{ list?: string }> }) {
  const member = await requireMember();
  if (!hasRight(member.role, "campaigns:edit"))
    return (
      <div className={classes.page}>
        <h1 className={classes.verdict}>No campaign can be made here</h1>
        <p className={classes.lead}>You read along: members of the team make campaigns.</p>
      </div>
    );
  const lists = await readLists(member);
  const { list } = await searchParams;
  return (
    <div className={classes.page}>
      <h1 className={classes.verdict}>What is the campaign about?</h1>
      <p className={classes.lead}>A name for your team; nobody outside sees it. Everything can be changed until you launch.</p>
      <NewCampaign lists={lists} listId={lists.some((one) => one.id === list) ? (list ?? null) : null} />
    </div>
  );
}
