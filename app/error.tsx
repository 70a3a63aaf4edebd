"use client";

import classes from "@/app/ui/trouble/alone.module.css";
import { Failed } from "@/app/ui/trouble/failed";

/** The frame itself, or a page outside it, failed. */
export default function PageError({ error }: { error: Error & { digest?: string } }) {
  return (
    <main className={classes.alone}>
      <Failed
        digest={error.digest}
        kept="Everything that was saved. Signed mail keeps leaving by its rules."
        onRetry={() => window.location.reload()}
      />
    </main>
  );
}
