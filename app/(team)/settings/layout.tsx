import type { ReactNode } from "react";
import { requireMember } from "@/lib/auth/require-member";
import classes from "./settings.module.css";
import { SettingsTabs } from "./settings-tabs";

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  await requireMember();
  return (
    <div className={classes.frame}>
      <header className={classes.head}>
        <span className={classes.name}>Team & settings</span>
        <SettingsTabs />
      </header>
      {children}
    </div>
  );
}
