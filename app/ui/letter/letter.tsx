"use client";

import { useMantineColorScheme } from "@mantine/core";
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import classes from "./letter.module.css";

type Props = {
  subject: string;
  /** What the subject was before an edit; shown struck out above it. */
  subjectBefore?: string | null;
  fromName: string;
  from: string;
  /** The recipient's name, where it is known. */
  toName?: string;
  to: string;
  /** The whole mail as it is handed to Exchange. */
  html: string;
  children?: React.ReactNode;
};

// The mail is shown without scripts, styles of ours or anything it could load from elsewhere.
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; font-src 'self' data:; img-src data:; base-uri 'none'; form-action 'none'";

/** The height of the letter before: the next is about as high, so that nothing jumps until it is measured. */
let lastHeight = 200;

/** A mail on its own sheet, as the recipient gets it; quoted history is folded. */
export function Letter({ subject, subjectBefore, fromName, from, toName, to, html, children }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(lastHeight);
  const [unfolded, setUnfolded] = useState(false);
  const { colorScheme } = useMantineColorScheme();
  // The server does not know who chose light or dark, and what it wrote is taken over as it is.
  const scheme = useSyncExternalStore(
    subscribe,
    () => colorScheme,
    () => "auto" as const,
  );
  const watched = useRef<ResizeObserver | null>(null);
  // As high as its text, which grows and shrinks once its font is there, and with the width of the page.
  const attach = useCallback(() => {
    const inside = frame.current?.contentDocument;
    if (!inside?.body) return;
    const measure = () => {
      lastHeight = Math.ceil(inside.body.getBoundingClientRect().height) || lastHeight;
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
  const hasHistory = html.includes('data-part="history"');
  return (
    <article className={classes.letter} aria-label={`Mail to ${to}`}>
      <header className={classes.head}>
        {subjectBefore && (
          <del className={classes.subjectBefore} dir="auto">
            {subjectBefore}
          </del>
        )}
        <h2 className={classes.subject} dir="auto">
          {subject || "No subject yet"}
        </h2>
        <div className={classes.people}>
          <span className={classes.avatar} aria-hidden>
            {fromName.slice(0, 1).toUpperCase()}
          </span>
          <div>
            <strong>{fromName}</strong> <span>{from}</span>
            <div>
              To {toName && toName !== to && <strong>{toName}</strong>} {to || "nobody yet"}
            </div>
          </div>
        </div>
      </header>
      <iframe
        ref={frame}
        title={`Text of the mail ${subject}`}
        // Same origin only so that its height can be measured and keys be heard: scripts stay forbidden. A link opens a page of its own.
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        srcDoc={page(html, unfolded, scheme)}
        onLoad={attach}
        style={{ height }}
        className={classes.body}
      />
      {hasHistory && (
        <button type="button" className={classes.fold} onClick={() => setUnfolded(!unfolded)}>
          {unfolded ? "Fold the mail before" : "Show the mail before"}
        </button>
      )}
      {children}
    </article>
  );
}

const subscribe = () => () => {};

function handOn(event: KeyboardEvent) {
  const { key, code, altKey, ctrlKey, metaKey, shiftKey } = event;
  const same = new KeyboardEvent("keydown", { key, code, altKey, ctrlKey, metaKey, shiftKey, bubbles: true, cancelable: true });
  if (!document.body.dispatchEvent(same)) event.preventDefault();
}

const dark =
  "body{color:#E8EDE9;background:#1B211D}[data-part=footer]{border-color:#39423C!important;color:#ADB7B0!important}ins{color:#5FCFA3;background:#11291F;border-color:#245A44}del{color:#FF9187;background:#351815}mark{color:#F0B75E;background:#33260F}";
/** The frame knows only the browser's wish; who chose light or dark here wants the letter so too. */
const schemes = {
  light: ":root{color-scheme:light}",
  dark: `:root{color-scheme:dark}${dark}`,
  auto: `:root{color-scheme:light dark}@media (prefers-color-scheme:dark){${dark}}`,
};

function page(html: string, unfolded: boolean, scheme: keyof typeof schemes): string {
  const fonts = ["400", "700"]
    .map((weight) => `@font-face{font-family:Carlito;font-weight:${weight};src:url(/fonts/carlito-latin-${weight}-normal.woff2)}`)
    .join("");
  const style = `${fonts}body{margin:0;display:flow-root;font:16px/23px Aptos,Carlito,Calibri,sans-serif;color:#15201A;overflow-wrap:anywhere;background:#fff}
p{margin:0 0 14px}a{color:inherit}ins{color:#0A6B4C;background:#E2F1E9;text-decoration:none;border-bottom:2px solid #A9D3BE}del{color:#B3241A;background:#FCEAE7}mark{color:#8A5200;background:#FDF1DA;border-bottom:2px solid #C27A12}${schemes[scheme]}${unfolded ? "" : "[data-part=history]{display:none}"}`;
  return `<!doctype html><html><head><base target="_blank"><meta http-equiv="Content-Security-Policy" content="${policy}"><style>${style}</style></head><body>${html}</body></html>`;
}
