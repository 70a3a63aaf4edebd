"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import classes from "./settings.module.css";

const tabs = [
  { href: "/settings/members", label: "Members" },
  { href: "/settings/mailboxes", label: "Mailboxes" },
  { href: "/settings/rules", label: "Sending rules" },
  { href: "/settings/notices", label: "Notices" },
];
const engine = { href: "/settings/engine", label: "Engine" };

/** @param props.manages whether the reader is an administrator, who also sees how the job runner stands. */
export function SettingsTabs({ manages }: { manages: boolean }) {
  const path = usePathname();
  return (
    <nav className={classes.tabs} aria-label="Team & settings">
      {(manages ? [...tabs, engine] : tabs).map((tab) => (
        <Link key={tab.href} href={tab.href} aria-current={path.startsWith(tab.href) ? "page" : undefined}>
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
