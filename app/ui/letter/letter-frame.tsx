"use client";

import { useCallback, useEffect, useRef, useState } from "react";

type Props = { title: string; page: string; className?: string | undefined };

/** The height of the letter before: the next is about as high, so that nothing jumps until it is measured. */
let lastHeight = 200;

/** A mail in a frame as high as its text, where nothing runs. */
export function LetterFrame({ title, page, className }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(lastHeight);
  const watched = useRef<ResizeObserver | null>(null);
  // As high as its text, which grows and shrinks once its font is there, and with the width of the page.
  const attach = useCallback(() => {
    const inside = frame.current?.contentDocument;
    if (!inside?.body) return;
    const measure = () => {
      const { body, documentElement } = inside;
      // What is wider than the frame is scrolled in it, and its bar takes room.
      const bar = documentElement.scrollWidth > documentElement.clientWidth ? 16 : 0;
      lastHeight = Math.ceil(body.getBoundingClientRect().height) + bar || lastHeight;
      setHeight(lastHeight);
    };
    watched.current?.disconnect();
    watched.current = new ResizeObserver(measure);
    watched.current.observe(inside.body);
    measure();
    // Whoever has clicked into the mail still walks and signs with the page's keys.
    inside.onkeydown = handOn;
  }, []);
  // The frame may have been ready before this page was.
  useEffect(() => {
    attach();
    return () => watched.current?.disconnect();
  }, [attach]);
  return (
    <iframe
      ref={frame}
      title={title}
      // Same origin only so that its height can be measured and keys be heard: scripts stay forbidden. A link opens a page of its own.
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      srcDoc={page}
      onLoad={attach}
      style={{ height }}
      className={className}
    />
  );
}

function handOn(event: KeyboardEvent) {
  const { key, code, altKey, ctrlKey, metaKey, shiftKey } = event;
  const same = new KeyboardEvent("keydown", { key, code, altKey, ctrlKey, metaKey, shiftKey, bubbles: true, cancelable: true });
  if (!document.body.dispatchEvent(same)) event.preventDefault();
}
