import type { ReactNode } from "react";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/auth/rights";
import { toTemporal } from "@/lib/schedule/clock/to-temporal";
import { formatDay, formatTime } from "@/lib/schedule/words/format-time";
import { readTemplates } from "@/lib/templates/read-templates";
import { Library } from "./library";
import { NewTemplate } from "./new-template";
import classes from "./templates.module.css";

export default async function TemplatesLayout({ children }: { children: ReactNode }) {
  const member = await requireMember();
  const templates = await readTemplates(member);
  const mayEdit = hasRight(member.role, "templates:edit");
  const reader = { now: toTemporal(new Date()), timeZone: member.timezone };
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1>Templates</h1>
        {templates.length > 0 && <span className={classes.count}>{templates.length.toLocaleString("en")}</span>}
        {mayEdit && templates.length > 0 && <NewTemplate />}
      </header>
      {templates.length === 0 ? (
        children
      ) : (
        <Library
          mayEdit={mayEdit}
          lines={templates.map(({ changedAt, ...line }) => {
            const at = toTemporal(changedAt);
            const day = formatDay(at, reader);
            return { ...line, changed: day === "today" ? formatTime(at, reader) : day };
          })}
        >
          {children}
        </Library>
      )}
    </div>
  );
}
