"use client";

import { useState } from "react";
import { ReceivedLetter } from "@/app/ui/letter/received/received-letter";
import type { ReceivedFacts } from "@/lib/contacts/story/happened";
import classes from "./letters.module.css";
import { Sheet } from "./sheet";

type Props = { messageId: string; subject: string; line: string; letter: ReceivedFacts };

/** What somebody wrote: its first words, and once it is opened, all of them. */
export function TheirLetter({ messageId, subject, line, letter: { from, to, isThere } }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Sheet
      subject={subject}
      line={line && `“${line}”`}
      people={from ? `${from} to ${to}` : `to ${to}`}
      isOpen={isOpen}
      onOpen={setOpen}
    >
      <div className={classes.theirs}>
        <ReceivedLetter messageId={messageId} snippet={line} isThere={isThere} />
      </div>
    </Sheet>
  );
}
