import Link from "next/link";
import { Mark } from "@/app/ui/seal/mark";
import { hasRight } from "@/lib/auth/rights";
import type { HeldUp } from "@/lib/engine/read-held-up";
import { nameCity } from "@/lib/schedule/words/name-city";
import type { ShellData } from "@/lib/shell/shell-data";
import { LiveNav, LivePulse } from "./live-frame";
import { PersonMenu } from "./person-menu";
import classes from "./shell.module.css";

/** The frame's left side: where one is, what waits, what leaves next, and the one button that stops everything. */
export function Sidebar({ data, heldUp }: { data: ShellData; heldUp: HeldUp | null }) {
  return (
    <aside className={classes.sidebar} aria-label="Navigation and sending">
      <div className={classes.team}>
        <Mark />
        <span>{data.team.name}</span>
      </div>
      <LiveNav served={data} email={data.person.email} />
      <div className={classes.foot}>
        <LivePulse
          served={data}
          heldUp={heldUp}
          timezone={data.person.timezone}
          mayStop={hasRight(data.person.role, "campaigns:stop")}
        />
        <Link href="/settings/members#clock" prefetch={false} className={classes.clock}>
          Times in {nameCity(data.person.timezone)}
        </Link>
        <PersonMenu name={data.person.name} email={data.person.email} />
      </div>
    </aside>
  );
}
