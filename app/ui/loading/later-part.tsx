"use client";

import { type ComponentProps, cloneElement, type ReactElement, type ReactNode, useEffect, useRef } from "react";
import { type Before, beforeIt, useOpened, writesElsewhere } from "./use-later";

/** What has a button that opens it: it gets that button as its child, or draws the same one itself. */
export type Pressed<About> = (props: About & { children: ReactElement }) => ReactNode;

type Props<About> = {
  /** What it needs to know. */
  about: About;
  load: () => Promise<Pressed<About>>;
  popup?: "menu" | "dialog";
  /** What stands there in place of a button that cannot be pressed now; what has come already knows that itself, and keeps what was typed in it. */
  still?: ReactElement | undefined;
  /** The button. */
  children: ReactElement<ComponentProps<"button">>;
};

/** A menu or a form over its button: until somebody comes near it is its button alone. The first press is handed on to the button of what came. */
export function LaterPart<About extends object>({ about, load, popup = "menu", still, children }: Props<About>) {
  const { part: Part, near, press } = useOpened(load);
  const place = useRef<HTMLSpanElement>(null);
  const first = useRef<(Before & { hadFocus: boolean }) | null>(null);
  useEffect(() => {
    const button = place.current?.querySelector("button");
    if (!Part || !button || !first.current) return;
    const { hadFocus, ...before } = first.current;
    first.current = null;
    // Whoever writes elsewhere by now is not called away: it is there for the next press.
    if (writesElsewhere(before)) return;
    // The button that was pressed is no more. A key that presses it from elsewhere leaves the focus there.
    if (hadFocus) button.focus({ preventScroll: true });
    button.click();
  }, [Part]);
  if (Part)
    return (
      <span ref={place} style={{ display: "contents" }}>
        <Part {...about}>{children}</Part>
      </span>
    );
  if (still) return still;
  return cloneElement(children, {
    "aria-haspopup": popup,
    "aria-expanded": false,
    onPointerEnter: near,
    onFocus: near,
    onClick: ({ currentTarget }) => {
      first.current = { hadFocus: currentTarget === document.activeElement, ...beforeIt() };
      press();
    },
  });
}
