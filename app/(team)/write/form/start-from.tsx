"use client";

import { Menu } from "@mantine/core";
import { IconCheck, IconChevronDown } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Starts } from "@/lib/templates/read-starts";
import classes from "./form.module.css";

type Props = {
  templates: Starts["templates"];
  chosen: string | null;
  onStart: (template: Starts["templates"][number] | null) => void;
  /** The button of the model, where there is one. */
  children: ReactNode;
};

/** What the text starts from: nothing, or a template, whose words then stand in the editor. */
export function StartFrom({ templates, chosen, onStart, children }: Props) {
  const now = templates.find((one) => one.id === chosen);
  if (templates.length === 0 && !children) return null;
  return (
    <div className={classes.start}>
      <span className={classes.label}>
        <span className={classes.wide}>Start from</span>
        <span className={classes.narrow}>Template</span>
      </span>
      {templates.length > 0 && (
        <fieldset className={classes.segment} aria-label="Start from">
          <button type="button" aria-pressed={!now} onClick={() => now && onStart(null)} className={classes.nothing}>
            Nothing
          </button>
          <Menu position="bottom-start" withinPortal>
            <Menu.Target>
              <button type="button" aria-pressed={Boolean(now)} aria-label={now ? `Template: ${now.name}` : "Choose a template"}>
                <span className={classes.templateName}>{now?.name ?? "A template"}</span>
                <IconChevronDown size={16} stroke={1.7} aria-hidden />
              </button>
            </Menu.Target>
            <Menu.Dropdown mah={320} style={{ overflowY: "auto" }}>
              {templates.map((one) => (
                <Menu.Item
                  key={one.id}
                  onClick={() => onStart(one)}
                  leftSection={one.id === chosen ? <IconCheck size={16} stroke={1.7} /> : <span className={classes.gap} />}
                >
                  {one.name}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </fieldset>
      )}
      {children}
    </div>
  );
}
