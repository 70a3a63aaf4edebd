import { headers } from "next/headers";
import { after } from "next/server";
import type { ReactNode } from "react";
import { Shortcuts } from "@/app/ui/keys/shortcuts";
import { HereLine } from "@/app/ui/live/here-line";
import { LiveProvider } from "@/app/ui/live/live-provider";
import { LiveLost } from "@/app/ui/shell/live-frame";
import shell from "@/app/ui/shell/shell.module.css";
import { Sidebar } from "@/app/ui/shell/sidebar";
import { ZoneLine } from "@/app/ui/shell/zone/zone-line";
import { ThemeProvider } from "@/app/ui/theme/theme-provider";
import { Toasts } from "@/app/ui/toast/toasts";
import { ZoneProvider } from "@/app/ui/words/zone";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/auth/rights";
import { readHeldUp } from "@/lib/engine/read-held-up";
import { readBuild } from "@/lib/live/read-build";
import { turnHeader } from "@/lib/live/turn-header";
import { turns } from "@/lib/live/turns";
import { readShell, shareFrame } from "@/lib/shell/read-shell";

export default async function TeamLayout({ children }: { children: ReactNode }) {
  const member = await requireMember();
  const turn = (await headers()).get(turnHeader);
  // It reads itself anew in its turn: once it is answered, the next page has its own.
  if (turn) after(() => turns().end(turn));
  const [data, heldUp] = await Promise.all([readShell(member, new Date(), shareFrame), readHeldUp()]);
  return (
    <ThemeProvider>
      <ZoneProvider zone={member.timezone}>
        <LiveProvider memberId={member.memberId} build={readBuild()} asOf={data.asOf}>
          <a className={shell.skip} href="#main">
            Skip to the page
          </a>
          <Shortcuts mayWrite={hasRight(member.role, "drafts:edit")} />
          <div className={shell.frame}>
            <Sidebar data={data} heldUp={heldUp} />
            <main id="main" className={shell.sheet}>
              <LiveLost served={data} />
              <HereLine />
              <ZoneLine
                used={member.timezone}
                isOwn={data.person.ownTimezone !== null}
                tells={!data.team.zoneTold && hasRight(member.role, "team:manage")}
              />
              {children}
            </main>
          </div>
          <Toasts />
        </LiveProvider>
      </ZoneProvider>
    </ThemeProvider>
  );
}
