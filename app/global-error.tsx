"use client";

import "@fontsource-variable/hanken-grotesk";
import "./ui/theme/base.css";
import { DocumentLook, documentProps } from "./ui/theme/document-look";
import classes from "./ui/trouble/alone.module.css";
import { Failed } from "./ui/trouble/failed";

/** The last net: the outermost layout failed, so this brings its own document. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en" {...documentProps}>
      <body>
        <DocumentLook nonce={undefined} />
        <main className={classes.alone}>
          <Failed
            digest={error.digest}
            kept="Everything that was saved. Signed mail keeps leaving by its rules."
            onRetry={() => window.location.reload()}
          />
        </main>
      </body>
    </html>
  );
}
