"use client";

import { Menu } from "@mantine/core";
import { IconBold, IconBraces, IconList } from "@tabler/icons-react";
import Placeholder from "@tiptap/extension-placeholder";
import { EditorContent, useEditor } from "@tiptap/react";
import StarterKit from "@tiptap/starter-kit";
import clsx from "clsx";
import { type RefObject, useEffect, useImperativeHandle, useRef, useState } from "react";
import type { EditorProps, Pressed } from "./editor-props";
import { FieldForm, type OpenField, openFieldAt } from "./field-form";
import { FieldList } from "./field-list";
import { type FieldMenu, fieldMenu } from "./field-menu";
import { FieldNode } from "./field-node";
import { fromEditor, toEditor } from "./field-text";
import { LinkTool } from "./link-tool";
import classes from "./rich-text.module.css";
import { openChip, takeOver } from "./still/take-over";
import { Tool } from "./tool";

type Props = EditorProps & {
  /** The text that stands there until this is ready; what it was before anybody typed; and what was pressed in it. */
  still: RefObject<HTMLElement | null>;
  untouched: () => string;
  pressed: () => Pressed;
  /** Somebody holds the mouse down in it, or composes a letter. */
  isHeld: () => boolean;
  ready: boolean;
  /** Takes the still text away, at once. */
  onReady: () => void;
};

const icon = { size: 16, stroke: 1.7, "aria-hidden": true } as const;

/** The editor itself: paragraphs, lists, emphasis, links, and merge fields as chips. The value is HTML with Liquid fields. */
export function FullText(props: Props) {
  const { label, value, onChange, fields = [], single = false, placeholder = "", disabled = false } = props;
  const latest = useRef(value);
  const [menu, setMenu] = useState<FieldMenu | null>(null);
  const [chosen, setChosen] = useState(0);
  const [opened, setOpened] = useState<OpenField | null>(null);
  const shown = useRef({ menu, chosen });
  shown.current = { menu, chosen };
  const names = useRef(fields);
  names.current = fields;

  const onKey = (event: KeyboardEvent) => {
    const { menu: open, chosen: at } = shown.current;
    if (!open) return false;
    if (event.key === "ArrowDown") setChosen((at + 1) % open.names.length);
    else if (event.key === "ArrowUp") setChosen((at - 1 + open.names.length) % open.names.length);
    else if (event.key === "Enter" || event.key === "Tab") open.pick(open.names[at] ?? "");
    else if (event.key === "Escape") setMenu(null);
    else return false;
    return true;
  };
  const show = (next: FieldMenu | null) => {
    setMenu(next);
    setChosen(0);
  };

  const editor = useEditor({
    immediatelyRender: false,
    editable: !disabled,
    autofocus: false,
    extensions: [
      StarterKit.configure({
        heading: false,
        code: false,
        codeBlock: false,
        horizontalRule: false,
        strike: false,
        link: single ? false : { openOnClick: false, defaultProtocol: "https" },
        ...(single
          ? {
              bold: false,
              italic: false,
              underline: false,
              bulletList: false,
              orderedList: false,
              listItem: false,
              blockquote: false,
              hardBreak: false,
            }
          : {}),
      }),
      Placeholder.configure({ placeholder }),
      FieldNode,
      fieldMenu({ names: () => names.current, show, key: onKey }),
    ],
    content: toEditor(value, single),
    editorProps: {
      attributes: {
        "aria-label": label,
        role: "textbox",
        "aria-multiline": String(!single),
        class: single ? (classes.line ?? "") : (classes.text ?? ""),
      },
      handleKeyDown: (view, event) => {
        if (event.key !== "Enter") return false;
        // ⌘↵ keeps the text: the editor's own meaning for it, a line break, would be kept with it.
        if (event.metaKey || event.ctrlKey) return true;
        const field = openFieldAt(view, view.state.selection.from);
        if (field && "node" in view.state.selection) {
          setOpened(field);
          return true;
        }
        return single && !shown.current.menu;
      },
      handleClickOn: (view, _, node, place) => {
        if (node.type.name !== "field" || !view.editable) return false;
        setOpened(openFieldAt(view, place));
        return true;
      },
    },
    onUpdate: ({ editor: changed }) => {
      const next = fromEditor(changed.getHTML(), single);
      if (next === latest.current) return;
      latest.current = next;
      onChange(next);
    },
  });

  // Another step, or a change made elsewhere: never while the person's own words are newer.
  useEffect(() => {
    if (!editor || value === latest.current || editor.isFocused) return;
    latest.current = value;
    editor.commands.setContent(toEditor(value, single), { emitUpdate: false });
  }, [editor, value, single]);

  useImperativeHandle(
    props.handle,
    () => ({
      insert: (html) => editor?.chain().focus().insertContent(html).run(),
      replace: (html) => editor?.chain().setContent(html, { emitUpdate: true }).focus("end").run(),
    }),
    [editor],
  );

  const box = useRef<HTMLDivElement>(null);
  const begins = useRef(props);
  begins.current = props;
  useEffect(() => {
    if (!editor) return;
    let frame = 0;
    // Before the next picture is drawn, so that nobody sees two of them or none.
    const begin = () => {
      const { still, untouched, pressed, isHeld, onReady } = begins.current;
      if (isHeld() || !still.current || !box.current) {
        frame = requestAnimationFrame(begin);
        return;
      }
      const hadCaret = takeOver(editor, still.current, untouched());
      box.current.style.display = "";
      if (hadCaret) editor.view.focus();
      onReady();
      const on = pressed();
      if (on && "tool" in on) box.current.querySelector<HTMLElement>(`[data-tool="${on.tool}"]`)?.click();
      if (on && "chip" in on) setOpened(openChip(editor, on.chip));
    };
    frame = requestAnimationFrame(begin);
    return () => cancelAnimationFrame(frame);
  }, [editor]);

  const insert = (name: string) =>
    editor
      ?.chain()
      .focus()
      .insertContent({ type: "field", attrs: { name, fallback: name === "first_name" ? "there" : null } })
      .run();

  return (
    <div
      ref={box}
      className={clsx(classes.field, props.bare && classes.bare)}
      style={{ display: props.ready ? undefined : "none" }}
    >
      <div className={classes.head}>
        {!props.bare && <span className={classes.label}>{label}</span>}
        {!disabled && (
          <div className={classes.tools}>
            {!single && (
              <>
                <Tool
                  name="Bold"
                  onClick={() => editor?.chain().focus().toggleBold().run()}
                  on={editor?.isActive("bold") ?? false}
                >
                  <IconBold {...icon} />
                </Tool>
                <Tool
                  name="List"
                  onClick={() => editor?.chain().focus().toggleBulletList().run()}
                  on={editor?.isActive("bulletList") ?? false}
                >
                  <IconList {...icon} />
                </Tool>
                <LinkTool editor={editor} />
              </>
            )}
            {fields.length > 0 && (
              <Menu position="bottom-end" radius={12} shadow="lg">
                <Menu.Target>
                  <button type="button" className={classes.fieldButton} data-tool="Field">
                    <IconBraces {...icon} /> Field <kbd>{"{"}</kbd>
                  </button>
                </Menu.Target>
                <Menu.Dropdown className={classes.menu}>
                  {fields.map((name) => (
                    <Menu.Item key={name} onClick={() => insert(name)}>
                      {name}
                    </Menu.Item>
                  ))}
                </Menu.Dropdown>
              </Menu>
            )}
            {props.tools}
          </div>
        )}
      </div>
      <EditorContent editor={editor} className={single ? classes.lineBox : classes.textBox} />
      {opened && editor && <FieldForm key={opened.pos} editor={editor} field={opened} onClose={() => setOpened(null)} />}
      {menu && <FieldList menu={menu} chosen={chosen} />}
    </div>
  );
}
