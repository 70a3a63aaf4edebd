"use client";

import { useState } from "react";
import { LetterFrame } from "./letter-frame";
import { mailPage } from "./mail-page";
import { useScheme } from "./use-scheme";

type Props = {
  subject: string;
  /** The whole mail as it is handed to Exchange. */
  html: string;
  className?: string | undefined;
  foldClassName?: string | undefined;
};

/** The text of a mail of ours as its recipient gets it; quoted history is folded. */
export function MailText({ subject, html, className, foldClassName }: Props) {
  const [unfolded, setUnfolded] = useState(false);
  const scheme = useScheme();
  return (
    <>
      <LetterFrame title={`Text of the mail ${subject}`} page={mailPage(html, unfolded, scheme)} className={className} />
      {html.includes('data-part="history"') && (
        <button type="button" className={foldClassName} onClick={() => setUnfolded(!unfolded)}>
          {unfolded ? "Fold the mail before" : "Show the mail before"}
        </button>
      )}
    </>
  );
}
