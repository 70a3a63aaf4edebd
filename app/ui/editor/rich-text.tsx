"use client";

import clsx from "clsx";
import {
  type FormEvent,
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import type { EditorHandle, EditorProps, Pressed } from "./editor-props";
import { fromEditor } from "./field-text";
import type { FullText as Full } from "./full-text";
import classes from "./rich-text.module.css";
import { toEnd } from "./still/caret";
import { StillHead } from "./still/still-head";
import { hidePlaceholder, stillHtml, textOfStill } from "./still/still-html";

/** The editor, once somebody edited: 133 KB that nobody loads who only reads. */
let loaded: typeof Full | null = null;

async function load(): Promise<typeof Full> {
  loaded ??= (await import("./full-text")).FullText;
  return loaded;
}

// Effects of what the server made run in the browser alone.
const useBrowserEffect = typeof window === "undefined" ? useEffect : useLayoutEffect;

/**
 * Edits a mail's text. Until somebody does, it is the text itself, which can be typed into at once; the editor is loaded at the first
 * press or key and takes its place, with what was typed meanwhile and the caret where it stood.
 */
export function RichText(props: EditorProps) {
  const { label, value, single = false, placeholder = "", disabled = false, autofocus = false } = props;
  const [Editor, setEditor] = useState<typeof Full | null>(() => loaded);
  const [ready, setReady] = useState(false);
  const still = useRef<HTMLDivElement>(null);
  const full = useRef<EditorHandle | null>(null);
  const asked = useRef<((handle: EditorHandle) => void)[]>([]);
  const pressed = useRef<Pressed>(null);
  /** What stood there when it was last shown; once somebody types in it, nobody else writes over it. */
  const shown = useRef({ html: "", written: "" });
  const isBegun = useRef(false);
  const held = useRef({ pressed: false, composing: false });
  if (!isBegun.current) shown.current.html = stillHtml(value, { single, placeholder });
  const { html } = shown.current;

  const begin = (with_: Pressed = null) => {
    if (disabled) return;
    pressed.current = with_ ?? pressed.current;
    isBegun.current = true;
    if (Editor) return;
    load().then(
      (found) => setEditor(() => found),
      // The server is away: the text goes on as it stands, and the next press or key asks again.
      () => undefined,
    );
  };
  const latest = useRef(begin);
  latest.current = begin;

  useBrowserEffect(() => {
    if (still.current && !isBegun.current) shown.current.written = still.current.innerHTML;
  }, [html]);
  useEffect(() => {
    if (!autofocus || !still.current) return;
    toEnd(still.current);
    latest.current();
  }, [autofocus]);
  useImperativeHandle(props.handle, () => {
    const via = (work: (handle: EditorHandle) => void) => {
      if (full.current) return work(full.current);
      asked.current.push(work);
      latest.current();
    };
    return { insert: (html) => via((one) => one.insert(html)), replace: (html) => via((one) => one.replace(html)) };
  }, []);

  useEffect(() => {
    const release = () => {
      held.current.pressed = false;
    };
    for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, release, true);
    return () => {
      for (const end of ["pointerup", "pointercancel"]) window.removeEventListener(end, release, true);
    };
  }, []);

  const press = ({ target }: PointerEvent<HTMLElement>) => {
    const chip = target instanceof Element ? target.closest("[data-field]") : null;
    held.current.pressed = true;
    const chips = [...(still.current?.querySelectorAll("[data-field]") ?? [])];
    begin(chip ? { chip: chips.indexOf(chip) } : null);
  };
  const key = (event: KeyboardEvent) => {
    // As in the editor: one line stays one, and ⌘↵ is the page's own.
    if (event.key === "Enter" && (single || event.metaKey || event.ctrlKey)) event.preventDefault();
  };
  const type = ({ currentTarget }: FormEvent<HTMLElement>) => {
    hidePlaceholder(currentTarget);
    begin();
    props.onChange(fromEditor(textOfStill(currentTarget), single));
  };
  return (
    <>
      {!ready && (
        <div className={clsx(classes.field, props.bare && classes.bare)}>
          <StillHead {...props} onTool={(tool) => begin({ tool })} />
          <div className={single ? classes.lineBox : classes.textBox}>
            {/* biome-ignore lint/a11y/useSemanticElements: a text with marks is no textarea. */}
            <div
              ref={still}
              className={clsx("tiptap", classes.still, single ? classes.line : classes.text)}
              role="textbox"
              tabIndex={disabled ? undefined : 0}
              aria-label={label}
              aria-multiline={!single}
              contentEditable={!disabled}
              suppressContentEditableWarning
              onPointerDown={press}
              onFocus={() => begin()}
              onKeyDown={key}
              onInput={type}
              onCompositionStart={() => {
                held.current.composing = true;
              }}
              onCompositionEnd={() => {
                held.current.composing = false;
              }}
              // biome-ignore lint/security/noDangerouslySetInnerHtml: names of marks alone, see still-html.ts.
              dangerouslySetInnerHTML={{ __html: html }}
            />
          </div>
        </div>
      )}
      {Editor && !disabled && (
        <Editor
          {...props}
          handle={full}
          still={still}
          untouched={() => shown.current.written}
          pressed={() => pressed.current}
          isHeld={() => held.current.pressed || held.current.composing}
          ready={ready}
          onReady={() => {
            flushSync(() => setReady(true));
            for (const work of asked.current.splice(0)) if (full.current) work(full.current);
          }}
        />
      )}
    </>
  );
}
