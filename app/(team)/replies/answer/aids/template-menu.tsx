"use client";

import { Menu } from "@mantine/core";
import Link from "next/link";
import type { ReactElement } from "react";
import type { Aids } from "@/lib/answers/aids/read-aids";
import classes from "../answer.module.css";

export type TemplatesOf = { aids: Aids | null; failed: boolean; onAsk: () => void; onPick: (html: string) => void };

/** The templates of later-templates.tsx: puts a template's words where the caret stands, with its fields filled for this person. */
export function TemplateMenu({ aids, failed, onAsk, onPick, children }: TemplatesOf & { children: ReactElement }) {
  return (
    <Menu
      position="top-start"
      width={280}
      radius={12}
      shadow="lg"
      withinPortal
      onOpen={() => !aids && onAsk()}
      returnFocus={false}
    >
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown className={classes.templates}>
        {!aids && <p>{failed ? "The templates could not be read. Close this and open it again." : "Reading the templates"}</p>}
        {aids?.snippets.length === 0 && (
          <p>
            No template is switched on yet. <Link href="/templates">Open the templates</Link>
          </p>
        )}
        {aids?.snippets.map(({ id, name, body, missing }) => (
          <Menu.Item key={id} onClick={() => onPick(body)}>
            {name}
            {missing.length > 0 && <span className={classes.missing}>Not known of them, left empty: {missing.join(", ")}</span>}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
