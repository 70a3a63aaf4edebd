"use client";

import { useCallback, useEffect, useRef, useState } from "react";
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

/** A mail on its own sheet, as the recipient gets it; quoted history is folded. */
export function Letter({ subject, subjectBefore, fromName, from, toName, to, html, children }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(200);
  const [unfolded, setUnfolded] = useState(false);
  const measure = useCallback(() => {
    const text = frame.current?.contentDocument?.body;
    if (text) setHeight(Math.ceil(text.getBoundingClientRect().height) || 200);
  }, []);
  // The frame may have been ready before this page was.
  useEffect(measure, [measure]);
  const hasHistory = html.includes('data-part="history"');
  return (
    <article className={classes.letter} aria-label={`Mail to ${to}`}>
      <header className={classes.head}>
        {subjectBefore && <del className={classes.subjectBefore}>{subjectBefore}</del>}
        <h2 className={classes.subject}>{subject || "No subject yet"}</h2>
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
        // Same origin only so that its height can be measured: scripts stay forbidden.
        sandbox="allow-same-origin"
        srcDoc={page(html, unfolded)}
        onLoad={measure}
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

function page(html: string, unfolded: boolean): string {
  const fonts = ["400", "700"]
    .map((weight) => `@font-face{font-family:Carlito;font-weight:${weight};src:url(/fonts/carlito-latin-${weight}-normal.woff2)}`)
    .join("");
  const style = `${fonts}:root{color-scheme:light dark}body{margin:0;display:flow-root;font:16px/23px Aptos,Carlito,Calibri,sans-serif;color:#15201A;overflow-wrap:anywhere;background:#fff}
p{margin:0 0 14px}a{color:inherit}ins{color:#0A6B4C;background:#E2F1E9;text-decoration:none;border-bottom:2px solid #A9D3BE}del{color:#B3241A;background:#FCEAE7}@media (prefers-color-scheme:dark){body{color:#E8EDE9;background:#1B211D}[data-part=footer]{border-color:#39423C!important;color:#ADB7B0!important}ins{color:#5FCFA3;background:#11291F;border-color:#245A44}del{color:#FF9187;background:#351815}}${unfolded ? "" : "[data-part=history]{display:none}"}`;
  return `<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="${policy}"><style>${style}</style></head><body>${html}</body></html>`;
}
