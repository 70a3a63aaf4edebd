import type { Metadata } from "next";
import { requireMember } from "@/lib/auth/require-member";
import { readLists } from "@/lib/lists/read-lists";
import classes from "./new.module.css";
import { NewCampaign } from "./new-campaign";

export const metadata: Metadata = { title: "New campaign" };

export default async function NewCampaignPage({ searchParams }: { searchParams: Promise<{ list?: string }> }) {
  const member = await requireMember();
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
