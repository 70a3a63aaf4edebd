import { IconPlus } from "@tabler/icons-react";
import type { Metadata } from "next";
import Link from "next/link";
import { oneText } from "@/app/ui/address/one-text";
import look from "@/app/ui/look/look.module.css";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/auth/rights";
import { shareCampaigns } from "@/lib/campaigns/read/list-campaigns";
import type { CampaignRow } from "@/lib/campaigns/read/read-campaigns";
import { CampaignLine } from "./campaign-line";
import classes from "./campaigns.module.css";
import { describeArchived, describeCampaigns } from "./describe-campaigns";

export const metadata: Metadata = { title: "Campaigns" };

const kinds: { show: string; name: string; has: (status: CampaignRow["status"]) => boolean }[] = [
  { show: "", name: "All", has: () => true },
  { show: "running", name: "Running", has: (status) => status === "active" },
  { show: "paused", name: "Paused", has: (status) => status === "paused" },
  { show: "drafts", name: "Drafts", has: (status) => status === "draft" },
  { show: "finished", name: "Finished", has: (status) => status === "completed" },
];
const legend = ["got every mail", "replied", "stopped", "wait", "held"] as const;
const toneOf = { "got every mail": "done", replied: "replied", stopped: "stopped", wait: "waiting", held: "held" } as const;

export default async function CampaignsPage({ searchParams }: { searchParams: Promise<{ show?: string | string[] }> }) {
  const member = await requireMember();
  const now = new Date();
  const show = oneText((await searchParams).show) ?? "";
  const away = show === "archived";
  const { campaigns, archived, stopped } = await shareCampaigns(member, now, { archived: away });
  const kind = kinds.find((one) => one.show === show) ?? kinds[0];
  const shown = campaigns.filter((campaign) => kind?.has(campaign.status) ?? true);
  const mayEdit = hasRight(member.role, "campaigns:edit");
  const { verdict, about } = away ? describeArchived(archived) : describeCampaigns(campaigns, stopped);
  const groups = [
    { name: "Under way", campaigns: shown.filter((campaign) => campaign.status !== "completed") },
    { name: "Finished", campaigns: shown.filter((campaign) => campaign.status === "completed") },
  ].filter((group) => group.campaigns.length > 0);
  return (
    <>
      <header className={classes.head}>
        <p className={look.title}>Campaigns</p>
        <nav aria-label="Which campaigns" className={classes.tabs}>
          {kinds
            .map((one) => ({ ...one, count: campaigns.filter((campaign) => one.has(campaign.status)).length }))
            .filter((one) => one.show === "" || (!away && (one.count > 0 || one.show === show)))
            .map((one) => (
              <Link
                key={one.name}
                href={one.show ? `/campaigns?show=${one.show}` : "/campaigns"}
                aria-current={!away && one.show === kind?.show ? "page" : undefined}
              >
                {away ? "Not archived" : `${one.name} ${one.count.toLocaleString("en")}`}
              </Link>
            ))}
        </nav>
        {mayEdit && (
          <Link href="/campaigns/new" className={classes.button}>
            <IconPlus size={16} stroke={1.7} aria-hidden /> New campaign
          </Link>
        )}
      </header>
      <div className={classes.page}>
        <div className={classes.top}>
          <div>
            <h1 className={classes.verdict}>{verdict}</h1>
            <p>{about}</p>
          </div>
          {shown.some((campaign) => campaign.counts.total > 0) && (
            <ul className={classes.legend} aria-hidden>
              {legend.map((name) => (
                <li key={name}>
                  <i className={classes[toneOf[name]]} />
                  {name}
                </li>
              ))}
            </ul>
          )}
        </div>
        {groups.map((group, index) => (
          <section key={group.name} aria-label={group.name}>
            {group.name === "Finished" && !away ? (
              <h2 className={classes.group}>Finished</h2>
            ) : (
              <p className={classes.columns} aria-hidden>
                <span>Campaign</span>
                <span>People</span>
                <span>Next mail</span>
                <span>Replied</span>
              </p>
            )}
            <ul className={classes.list}>
              {group.campaigns.map((campaign, place) => (
                <CampaignLine
                  key={campaign.id}
                  campaign={campaign}
                  stopped={stopped !== null}
                  first={index === 0 && place === 0}
                  mayStop={hasRight(member.role, "campaigns:stop")}
                  mayEdit={mayEdit}
                  maySign={hasRight(member.role, "drafts:sign")}
                  mayConnect={hasRight(member.role, "mailboxes:manage")}
                  timezone={member.timezone}
                  now={now}
                />
              ))}
            </ul>
          </section>
        ))}
        {shown.length === 0 && campaigns.length > 0 && <p className={classes.none}>None at the moment.</p>}
        {archived > 0 && !away && (
          <p className={classes.away}>
            <Link href="/campaigns?show=archived">Archived ({archived.toLocaleString("en")})</Link>
          </p>
        )}
      </div>
    </>
  );
}
