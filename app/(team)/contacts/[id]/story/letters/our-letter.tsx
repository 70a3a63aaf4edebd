"use client";

import { useState } from "react";
import { LeftSeal } from "@/app/ui/letter/left-seal";
import letter from "@/app/ui/letter/letter.module.css";
import { MailText } from "@/app/ui/letter/mail-text";
import { noAnswer } from "@/app/ui/words/away";
import type { SentMail } from "@/lib/contacts/open-sent-mail";
import classes from "./letters.module.css";
import { Sheet } from "./sheet";

type Props = { sentId: string; subject: string; line: string; opened: SentMail | null; timezone: string };

/** A mail of ours that left: its first words, and once it is opened, the whole as it left, with its seal. */
export function OurLetter({ sentId, subject, line, opened, timezone }: Props) {
  const [mail, setMail] = useState(opened);
  const [isOpen, setOpen] = useState(opened !== null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const open = async (wanted: boolean) => {
    setOpen(wanted);
    if (!wanted || mail) return;
    setTrouble(null);
    const answer = await readSent(sentId);
    if (typeof answer === "string") setTrouble(answer);
    else setMail(answer);
  };
  return (
    <Sheet
      subject={mail?.subject ?? subject}
      line={line && `${line}…`}
      people={mail ? `${mail.from} to ${mail.to}` : ""}
      isOpen={isOpen}
      onOpen={open}
    >
      {mail ? (
        <div className={classes.ours}>
          <div className={classes.text}>
            <MailText subject={mail.subject} html={mail.html} className={letter.body} foldClassName={letter.fold} />
          </div>
          {mail.seal ? (
            <div className={classes.seal}>
              <LeftSeal seal={mail.seal} draftId={mail.draftId} timezone={timezone} />
            </div>
          ) : (
            <p className={classes.noSeal}>No signature is kept of it.</p>
          )}
        </div>
      ) : (
        <p className={classes.waits} role={trouble ? "alert" : "status"}>
          {trouble ?? "Opening it…"}
        </p>
      )}
    </Sheet>
  );
}

async function readSent(sentId: string): Promise<SentMail | string> {
  try {
    const response = await fetch(`/api/sent/${sentId}`, { cache: "no-store" });
    const answer = (await response.json()) as SentMail & { error?: { message: string } };
    return response.ok ? answer : (answer.error?.message ?? "It could not be opened. Close it and open it again.");
  } catch {
    return noAnswer;
  }
}
