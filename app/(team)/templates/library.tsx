"use client";

import { TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { type ReactNode, useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { Problem } from "@/app/ui/problem/problem";
import { sayCount } from "@/app/ui/words/count-words";
import { switchTemplateAction } from "./actions";
import { OnOff } from "./on-off";
import classes from "./templates.module.css";

type Line = { id: string; name: string; on: boolean; steps: number; changed: string };

/** All templates, those offered to steps on top, beside the one that is open; the search lives in the address. */
export function Library({ lines, mayEdit, children }: { lines: Line[]; mayEdit: boolean; children: ReactNode }) {
  const path = usePathname();
  const asked = useSearchParams().get("q") ?? "";
  // The address follows what is typed a moment later; the field itself must not.
  const [query, setQuery] = useState(asked);
  const { act, busy, problem } = useAct();
  const open = path === "/templates" ? lines[0]?.id : path.split("/")[2];
  const found = lines.filter((line) => line.name.toLowerCase().includes(query.trim().toLowerCase()));
  const groups = [
    { title: "On, offered to new steps", lines: found.filter((line) => line.on) },
    { title: "Off", lines: found.filter((line) => !line.on) },
  ];
  const find = (text: string) => {
    setQuery(text);
    window.history.replaceState(null, "", text ? `${path}?q=${encodeURIComponent(text)}` : path);
  };
  return (
    <div className={classes.columns} data-one={path !== "/templates" || undefined}>
      <section className={classes.library} aria-label="Library">
        <TextInput
          type="search"
          aria-label="Search templates"
          placeholder="Search templates"
          leftSection={<IconSearch size={16} stroke={1.7} aria-hidden />}
          rightSection={<kbd>/</kbd>}
          value={query}
          onChange={(event) => find(event.currentTarget.value)}
        />
        <Problem ground className={classes.problem}>
          {problem}
        </Problem>
        {found.length === 0 && <p className={classes.caption}>No template has “{query.trim()}” in its name.</p>}
        {groups.map(
          (group) =>
            group.lines.length > 0 && (
              <section key={group.title} aria-label={group.title}>
                <h2 className={classes.group}>
                  {group.title} <span>{group.lines.length.toLocaleString("en")}</span>
                </h2>
                <ul className={classes.lines}>
                  {group.lines.map((line) => (
                    <li key={line.id} className={classes.line} data-open={line.id === open || undefined}>
                      <Link
                        href={`/templates/${line.id}${query ? `?q=${encodeURIComponent(query)}` : ""}`}
                        aria-current={line.id === open ? "page" : undefined}
                      >
                        <strong>{line.name}</strong>
                        <span>
                          <span>{usedBy(line)}</span>
                          <span>{line.changed}</span>
                        </span>
                      </Link>
                      <OnOff
                        name={`Offer ${line.name} to new steps`}
                        on={line.on}
                        disabled={!mayEdit || busy}
                        onSwitch={(on) => act(() => switchTemplateAction({ templateId: line.id, on }))}
                      />
                    </li>
                  ))}
                </ul>
              </section>
            ),
        )}
      </section>
      <div className={classes.pane}>{children}</div>
    </div>
  );
}

function usedBy(line: Line): string {
  if (line.steps === 0) return line.on ? "not used yet" : "not used";
  return `used by ${sayCount(line.steps, "step", "steps")}`;
}
