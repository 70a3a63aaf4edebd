import type { ReactNode } from "react";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/auth/rights";
import classes from "./settings.module.css";
import { SettingsTabs } from "./settings-tabs";

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const member = await requireMember();
  return (
    <div className={classes.frame}>
      <header className={classes.head}>
        <span className={classes.name}>Team & settings</span>
        <SettingsTabs manages={hasRight(member.role, "team:manage")} />
      </header>
      {children}
    </div>
  );
}
