"use client";
import { IconAddressBook, IconSend, IconSettings, IconSun, IconTemplate, IconWritingSign } from "@tabler/icons-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ShellData } from "@/lib/team/shell-data";
import classes from "./shell.module.css";

const icon = { size: 18, stroke: 1.7, "aria-hidden": true } as const;

type Props = { campaigns: ShellData["campaigns"]; toReview: number; broken: number };

export function NavLinks({ campaigns, toReview, broken }: Props) {
  const path = usePathname();
  const link = (href: string, name: string, Icon: typeof IconSun, count = 0, tone = classes.broken) => {
    const here = href === "/" ? path === "/" : path.startsWith(`/${href.split("/")[1]}`);
    return (
      <Link href={href} className={classes.link} aria-current={here ? "page" : undefined}>
        <Icon {...icon} />
        {name}
        {count > 0 && <span className={tone}>{count}</span>}
      </Link>
    );
  };
  return (
    <nav className={classes.nav} aria-label="Pages">
      {link("/", "Today", IconSun)}
      {link("/review", "Review", IconWritingSign, toReview, classes.toReview)}
      {link("/campaigns", "Campaigns", IconSend)}
      <ul className={classes.running}>
        {campaigns.map((campaign) => (
          <li key={campaign.id}>
            <Link
              href={`/campaigns/${campaign.id}`}
              className={classes.sub}
              aria-current={path.startsWith(`/campaigns/${campaign.id}`) ? "page" : undefined}
            >
              <span className={campaign.status === "active" ? classes.dotGo : classes.dotWait} aria-hidden />
              {campaign.name}
              {campaign.status === "paused" && <span className={classes.srOnly}>, paused</span>}
            </Link>
          </li>
        ))}
      </ul>
      <hr />
      {link("/contacts", "Contacts", IconAddressBook)}
      {link("/templates", "Templates", IconTemplate)}
      {link(broken > 0 ? "/settings/mailboxes" : "/settings/members", "Team & settings", IconSettings, broken)}
    </nav>
  );
}
