import type { ReactNode } from "react";
import { Shortcuts } from "@/app/ui/keys/shortcuts";
import { LiveProvider } from "@/app/ui/live/live-provider";
import { LostLine } from "@/app/ui/live/lost-line";
import shell from "@/app/ui/shell/shell.module.css";
import { Sidebar } from "@/app/ui/shell/sidebar";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/auth/rights";
import { readShell } from "@/lib/shell/read-shell";

export default async function TeamLayout({ children }: { children: ReactNode }) {
  const member = await requireMember();
  const data = await readShell(member, new Date());
  return (
    <LiveProvider>
      <a className={shell.skip} href="#main">
        Skip to the page
      </a>
      <Shortcuts mayWrite={hasRight(member.role, "drafts:edit")} />
      <div className={shell.frame}>
        <Sidebar data={data} />
        <main id="main" className={shell.sheet}>
          <LostLine />
          {children}
        </main>
      </div>
    </LiveProvider>
  );
}
