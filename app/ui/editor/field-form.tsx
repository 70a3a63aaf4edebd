"use client";

import { Button, Group, Popover, TextInput } from "@mantine/core";
import type { Editor } from "@tiptap/core";
import type { EditorView } from "@tiptap/pm/view";
import { useState } from "react";
import classes from "./rich-text.module.css";

/** A field of the text that was opened: its place in the text and on the page. */
export type OpenField = {
  pos: number;
  name: string;
  fallback: string | null;
  box: { left: number; top: number; width: number; height: number };
};

/** The field at a place of the text, opened; null for anything else. */
export function openFieldAt(view: EditorView, pos: number): OpenField | null {
  const node = view.state.doc.nodeAt(pos);
  const shown = view.nodeDOM(pos);
  if (node?.type.name !== "field" || !(shown instanceof HTMLElement)) return null;
  const { left, top, width, height } = shown.getBoundingClientRect();
  const fallback: unknown = node.attrs.fallback;
  return {
    pos,
    name: String(node.attrs.name),
    fallback: typeof fallback === "string" ? fallback : null,
    box: { left, top, width, height },
  };
}

/** What stands in a field's place where somebody has none. */
export function FieldForm({ editor, field, onClose }: { editor: Editor; field: OpenField; onClose: () => void }) {
  const [fallback, setFallback] = useState(field.fallback ?? "");
  const done = () => {
    onClose();
    editor.commands.focus();
  };
  const keep = () => {
    editor
      .chain()
      .command(({ tr }) => {
        tr.setNodeMarkup(field.pos, undefined, { name: field.name, fallback: fallback.trim() === "" ? null : fallback.trim() });
        return true;
      })
      .run();
    done();
  };
  const takeOut = () => {
    editor
      .chain()
      .deleteRange({ from: field.pos, to: field.pos + 1 })
      .run();
    done();
  };
  return (
    <Popover
      opened
      onChange={(opened) => !opened && done()}
      position="bottom-start"
      radius={12}
      shadow="lg"
      width={300}
      trapFocus
    >
      <Popover.Target>
        <span className={classes.opened} style={field.box} />
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation();
            keep();
          }}
        >
          <TextInput
            label={`Where somebody has no ${field.name}, write`}
            description="Left empty, the mail waits until the field is filled."
            value={fallback}
            maxLength={200}
            data-autofocus
            onChange={(event) => setFallback(event.currentTarget.value)}
          />
          <Group gap={8} mt={12} justify="space-between">
            <Button variant="subtle" color="gray" c="var(--ink-2)" px={8} onClick={takeOut}>
              Take it out
            </Button>
            <Button type="submit" color="var(--ink)" c="var(--on-primary)">
              Keep
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
