"use client";

import { IconChevronDown } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { LaterPart } from "@/app/ui/loading/later-part";
import classes from "./form.module.css";
import type { StartsOf } from "./starts-menu";

const loadMenu = async () => (await import("./starts-menu")).StartsMenu;

type Props = StartsOf & {
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
          <LaterPart about={{ templates, chosen, onStart }} load={loadMenu}>
            <button type="button" aria-pressed={Boolean(now)} aria-label={now ? `Template: ${now.name}` : "Choose a template"}>
              <span className={classes.templateName}>{now?.name ?? "A template"}</span>
              <IconChevronDown size={16} stroke={1.7} aria-hidden />
            </button>
          </LaterPart>
        </fieldset>
      )}
      {children}
    </div>
  );
}
