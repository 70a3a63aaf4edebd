"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import classes from "./settings.module.css";

const tabs = [
  { href: "/settings/members", label: "Members" },
  { href: "/settings/mailboxes", label: "Mailboxes" },
  { href: "/settings/rules", label: "Sending rules" },
];

export function SettingsTabs() {
  const path = usePathname();
  return (
    <nav className={classes.tabs} aria-label="Team & settings">
      {tabs.map((tab) => (
        <Link key={tab.href} href={tab.href} aria-current={path.startsWith(tab.href) ? "page" : undefined}>
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
