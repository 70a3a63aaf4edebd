"use client";

import { useState } from "react";
import { ReceivedLetter } from "@/app/ui/letter/received/received-letter";
import classes from "./held.module.css";

type Props = { messageId: string; snippet: string | null; what?: "answer" | "report" };

/** Opens the message that was read, whole, in its place. */
export function OpenAnswer({ messageId, snippet, what = "answer" }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={classes.link} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? `Close the ${what}` : `Open the ${what}`}
      </button>
      {isOpen && (
        <div className={classes.whole}>
          <ReceivedLetter messageId={messageId} snippet={snippet ?? ""} isThere />
        </div>
      )}
    </>
  );
}
