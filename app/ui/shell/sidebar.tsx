import { Mark } from "@/app/ui/seal/mark";
import { hasRight } from "@/lib/auth/rights";
import type { ShellData } from "@/lib/shell/shell-data";
import { NavLinks } from "./nav-links";
import { PersonMenu } from "./person-menu";
import { Pulse } from "./pulse";
import classes from "./shell.module.css";

/** The frame's left side: where one is, what waits, what leaves next, and the one button that stops everything. */
export function Sidebar({ data }: { data: ShellData }) {
  return (
    <aside className={classes.sidebar} aria-label="Navigation and sending">
      <div className={classes.team}>
        <Mark />
        <span>{data.team.name}</span>
      </div>
      <NavLinks
        stopped={data.pulse.state === "stopped"}
        campaigns={data.campaigns}
        toReview={data.toReview}
        broken={data.brokenSettings}
        email={data.person.email}
      />
      <div className={classes.foot}>
        <Pulse
          pulse={data.pulse}
          asOf={data.asOf}
          timezone={data.team.timezone}
          mayStop={hasRight(data.person.role, "campaigns:stop")}
        />
        <PersonMenu name={data.person.name} email={data.person.email} />
      </div>
    </aside>
  );
}
