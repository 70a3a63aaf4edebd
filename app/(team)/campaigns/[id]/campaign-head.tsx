import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import Link from "next/link";
import { Badge } from "@/app/ui/badge/badge";
import { Moment } from "@/app/ui/words/moment";
import type { CampaignHead as Head } from "@/lib/campaigns/read/read-campaign";
import { nameHold } from "@/lib/senders/name-hold";
import classes from "./campaign.module.css";
import { CampaignActs } from "./campaign-acts";
import { CampaignMenu } from "./campaign-menu";

type Props = {
  head: Head;
  tab: "overview" | "contacts" | "steps";
  mayStop: boolean;
  mayEdit: boolean;
  timezone: string;
  waiting: number;
};

/** Where one is, how the campaign stands, its tabs, and what can be done with it as a whole. */
export function CampaignHead({ head, tab, mayStop, mayEdit, waiting, timezone }: Props) {
  const tabs = [
    { id: "overview", name: "Overview", href: `/campaigns/${head.id}` },
    { id: "contacts", name: "Contacts", href: `/campaigns/${head.id}/contacts` },
    { id: "steps", name: "Steps", href: `/campaigns/${head.id}/steps` },
  ] as const;
  return (
    <header className={classes.head}>
      <nav aria-label="Where you are" className={classes.crumbs}>
        <Link href="/campaigns">
          <IconChevronLeft size={18} stroke={1.7} className={classes.back} aria-hidden />
          Campaigns
        </Link>
        <IconChevronRight size={16} stroke={1.7} aria-hidden />
      </nav>
      <h1 className={classes.name} dir="auto">
        {head.name}
      </h1>
      <State head={head} timezone={timezone} />
      <nav aria-label="Parts of the campaign" className={classes.tabs}>
        {tabs.map((one) => (
          <Link key={one.id} href={one.href} aria-current={one.id === tab ? "page" : undefined}>
            {one.name}
          </Link>
        ))}
      </nav>
      <div className={classes.acts}>
        {mayEdit && (
          <CampaignMenu
            campaignId={head.id}
            name={head.name}
            status={head.status}
            archived={head.archivedAt !== null}
            waiting={waiting}
          />
        )}
        {mayStop && head.status !== "completed" && (
          <CampaignActs campaignId={head.id} name={head.name} status={head.status} pause={head.pause} />
        )}
      </div>
    </header>
  );
}

function State({ head, timezone }: { head: Head; timezone: string }) {
  if (head.status === "completed")
    return (
      <Badge tone="grey">
        {head.archivedAt ? "Archived, finished" : "Finished"}{" "}
        {head.completedAt && <Moment at={head.completedAt} timeZone={timezone} />}
      </Badge>
    );
  if (head.paused?.all) return <Badge tone="stop">Stopped by {head.paused.by ?? "your team"}</Badge>;
  if (head.paused?.draftId) return <Badge tone="stop">Paused, a sent copy differs</Badge>;
  if (head.paused?.because) return <Badge tone="stop">Paused, its mail is refused</Badge>;
  if (head.paused) return <Badge tone="wait">Paused by {head.paused.by ?? "your team"}</Badge>;
  if (head.mailboxHeld) return <Badge tone="stop">{nameHold(head.mailboxHeld).title}</Badge>;
  return <Badge tone="go">Running</Badge>;
}
