"use client";

import { IconCheck, IconCopy, IconRefresh } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { sayClockToTheSecond } from "@/app/ui/words/clock";
import { useZone } from "@/app/ui/words/zone";
import { nameCity } from "@/lib/schedule/words/name-city";
import classes from "./failed.module.css";

/**
 * A page that could not be shown: what happened, what was kept, what to do, and the reference under which the
 * server logged the cause. `digest` is that reference; an error of the browser has none and says so.
 */
export function Failed({ digest, kept, onRetry }: { digest: string | undefined; kept: string; onRetry: () => void }) {
  const [at, setAt] = useState<Date | null>(null);
  // Set in the browser only: its clock is the reader's.
  useEffect(() => setAt(new Date()), []);
  return (
    <div className={classes.page}>
      <title>This page could not be shown · Countersign</title>
      <h1>This page could not be shown</h1>
      <dl>
        <div>
          <dt>What happened</dt>
          <dd>
            {digest
              ? "Something failed on our side while this page was read."
              : "Something failed in this browser while the page was shown, or the connection was lost."}
          </dd>
        </div>
        <div>
          <dt>What was kept</dt>
          <dd>{kept}</dd>
        </div>
        <div>
          <dt>What to do</dt>
          <dd>
            {digest
              ? "Try again. If it stays, the person who runs Countersign finds the cause under the reference."
              : "Try again. If it stays, load the page anew."}
          </dd>
        </div>
      </dl>
      <div className={classes.foot}>
        <button type="button" className={classes.primary} onClick={onRetry}>
          <IconRefresh size={16} stroke={1.7} aria-hidden="true" />
          Try again
        </button>
        {/* A full load, because what failed may be the app in this browser. */}
        <a className={classes.plain} href="/">
          Go to Today
        </a>
        {digest && <Reference digest={digest} at={at} />}
      </div>
    </div>
  );
}

function Reference({ digest, at }: { digest: string; at: Date | null }) {
  const zone = useZone();
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(digest).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <p className={classes.reference}>
      Reference <strong>{digest}</strong>
      {at && (
        <>
          , <time dateTime={at.toISOString()}>{sayClockToTheSecond(at, zone)}</time> in {nameCity(zone)}
        </>
      )}
      <button type="button" onClick={copy} aria-label={copied ? "Reference copied" : "Copy the reference"}>
        {copied ? <IconCheck size={16} stroke={1.7} /> : <IconCopy size={16} stroke={1.7} />}
      </button>
    </p>
  );
}
