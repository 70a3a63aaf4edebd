"use client";
import {
  IconCalendarEvent,
  IconMessageCircle,
  IconPencilCheck,
  IconSend,
  IconSettings,
  IconSun,
  IconTemplate,
  IconUsers,
} from "@tabler/icons-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { LinkBusy } from "@/app/ui/loading/link-busy";
import { sayCapped } from "@/app/ui/words/count-words";
import type { ShellData } from "@/lib/shell/shell-data";
import dots from "./dots.module.css";
import { MoreTab } from "./more-tab";
import classes from "./shell.module.css";

const icon = { size: 18, stroke: 1.7, "aria-hidden": true } as const;

type Props = {
  stopped: boolean;
  campaigns: ShellData["campaigns"];
  toReview: number;
  toAnswer: number;
  broken: number;
  email: string;
};

const badges: Record<string, string | undefined> = { "/review": classes.toReview, "/replies": classes.toAnswer };

/**
 * The pages, with what waits in them; on a phone five tabs, the rest under the last. Not fetched ahead: every page is made for its
 * reader, so there is nothing to keep, and each change of anything would ask for all of them again.
 */
export function NavLinks({ stopped, campaigns, toReview, toAnswer, broken, email }: Props) {
  const path = usePathname();
  const settings = broken > 0 ? "/settings/mailboxes" : "/settings/members";
  const link = (href: string, name: string, Icon: typeof IconSun, count = 0, className = classes.link) => {
    const here = href === "/" ? path === "/" : path.startsWith(`/${href.split("/")[1]}`);
    return (
      <Link href={href} prefetch={false} className={className} aria-current={here ? "page" : undefined}>
        <Icon {...icon} />
        {name}
        <LinkBusy />
        {count > 0 && (
          <span className={badges[href] ?? classes.broken}>
            {href === "/replies" ? sayCapped(count) : count.toLocaleString("en")}
          </span>
        )}
      </Link>
    );
  };
  return (
    <nav className={classes.nav} aria-label="Pages">
      {link("/", "Today", IconSun)}
      {link("/review", "Review", IconPencilCheck, toReview)}
      {link("/replies", "Replies", IconMessageCircle, toAnswer)}
      {link("/campaigns", "Campaigns", IconSend)}
      <ul className={classes.running}>
        {campaigns.map((campaign) => {
          const waits = stopped || campaign.status === "paused" || campaign.held;
          return (
            <li key={campaign.id}>
              <Link
                href={`/campaigns/${campaign.id}`}
                prefetch={false}
                className={classes.sub}
                aria-current={path.startsWith(`/campaigns/${campaign.id}`) ? "page" : undefined}
              >
                <span className={waits ? dots.dotWait : dots.dotGo} aria-hidden />
                <span className={classes.subName} dir="auto">
                  {campaign.name}
                </span>
                <LinkBusy />
                {waits && (
                  <span className={classes.srOnly}>
                    {stopped ? ", stopped" : campaign.status === "paused" ? ", paused" : ", mailbox cannot send"}
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
      {link("/calendar", "Scheduled", IconCalendarEvent, 0, classes.wideLink)}
      <hr />
      {link("/contacts", "Contacts", IconUsers, 0, classes.wideLink)}
      {link("/templates", "Templates", IconTemplate, 0, classes.wideLink)}
      {link(settings, "Team & settings", IconSettings, broken, classes.wideLink)}
      <MoreTab here={/^\/(calendar|contacts|templates|settings)/.test(path)} settings={settings} broken={broken} email={email} />
    </nav>
  );
}
