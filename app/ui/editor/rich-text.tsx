"use client";

import { Menu, Tooltip } from "@mantine/core";
import { IconBold, IconBraces, IconList } from "@tabler/icons-react";
import Placeholder from "@tiptap/extension-placeholder";
import { EditorContent, useEditor } from "@tiptap/react";
import StarterKit from "@tiptap/starter-kit";
import { useEffect, useRef, useState } from "react";
import { FieldForm, type OpenField, openFieldAt } from "./field-form";
import { FieldList } from "./field-list";
import { type FieldMenu, fieldMenu } from "./field-menu";
import { FieldNode } from "./field-node";
import { escapeText, unescapeText, withChips, withoutChips } from "./field-text";
import { LinkTool } from "./link-tool";
import classes from "./rich-text.module.css";

type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Names of merge fields, offered by a button and after `{`; none: an ordinary text. */
  fields?: string[];
  /** One line without marks, such as a subject; the value is then plain text. */
  single?: boolean;
  placeholder?: string;
  disabled?: boolean;
  autofocus?: boolean;
};

const icon = { size: 16, stroke: 1.7, "aria-hidden": true } as const;

/** Edits a mail's text: paragraphs, lists, emphasis, links, and merge fields as chips. The value is HTML with Liquid fields. */
export function RichText(props: Props) {
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
    autofocus: props.autofocus ? "end" : false,
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

  const insert = (name: string) =>
    editor
      ?.chain()
      .focus()
      .insertContent({ type: "field", attrs: { name, fallback: name === "first_name" ? "there" : null } })
      .run();

  return (
    <div className={classes.field}>
      <div className={classes.head}>
        <span className={classes.label}>{label}</span>
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
                  <button type="button" className={classes.fieldButton}>
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
          </div>
        )}
      </div>
      <EditorContent editor={editor} className={single ? classes.lineBox : classes.textBox} />
      {opened && editor && <FieldForm key={opened.pos} editor={editor} field={opened} onClose={() => setOpened(null)} />}
      {menu && <FieldList menu={menu} chosen={chosen} />}
    </div>
  );
}

function Tool(props: { name: string; on: boolean; onClick: () => void; children: React.ReactNode }) {
  return (
    <Tooltip label={props.name} openDelay={500}>
      <button type="button" className={classes.tool} aria-label={props.name} aria-pressed={props.on} onClick={props.onClick}>
        {props.children}
      </button>
    </Tooltip>
  );
}

function toEditor(value: string, single: boolean): string {
  return single ? `<p>${withChips(escapeText(value))}</p>` : withChips(value);
}

function fromEditor(html: string, single: boolean): string {
  const text = withoutChips(html);
  if (single) return unescapeText(text.replace(/<[^>]*>/g, ""));
  return text === "<p></p>" ? "" : text;
}
