"use client";

import { IconTemplate } from "@tabler/icons-react";
import { LaterPart } from "@/app/ui/loading/later-part";
import classes from "../answer.module.css";
import type { TemplatesOf } from "./template-menu";

const load = async () => (await import("./template-menu")).TemplateMenu;

/** The button of the templates an answer may take its words from. */
export function LaterTemplates(props: TemplatesOf) {
  return (
    <LaterPart about={props} load={load}>
      <button type="button" className={classes.tool} aria-label="Template" title="Template">
        <IconTemplate size={16} stroke={1.7} aria-hidden />
        <span className={classes.wide}>Template</span>
      </button>
    </LaterPart>
  );
}
