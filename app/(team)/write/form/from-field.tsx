"use client";

import { IconChevronDown } from "@tabler/icons-react";
import { LaterPart } from "@/app/ui/loading/later-part";
import classes from "./form.module.css";
import type { FromOf } from "./from-menu";

const loadMenu = async () => (await import("./from-menu")).FromMenu;

/** The mailbox it is sent from. */
export function FromField({ mailboxes, chosen, onPick }: FromOf) {
  const now = mailboxes.find((one) => one.id === chosen);
  return (
    <div className={classes.from}>
      <div className={classes.labels} id="write-from">
        From
      </div>
      <LaterPart about={{ mailboxes, chosen, onPick }} load={loadMenu}>
        <button type="button" className={classes.box} aria-label={`From: ${now?.email ?? "choose a mailbox"}`}>
          <span className={classes.face} aria-hidden>
            {(now?.email ?? "?").charAt(0).toUpperCase()}
          </span>
          <span className={classes.email}>{now?.email ?? "Choose a mailbox"}</span>
          <span className={now?.trouble ? classes.troubled : classes.use}>{now?.trouble ?? now?.use}</span>
          <IconChevronDown size={16} stroke={1.7} aria-hidden />
        </button>
      </LaterPart>
    </div>
  );
}
