"use client";

import { IconCircle, IconEye } from "@tabler/icons-react";
import { LaterPick } from "@/app/ui/loading/later-pick";
import type { LetterMail } from "@/lib/letters/letter";
import classes from "./checks.module.css";

type Props = {
  mails: LetterMail[];
  /** Hashes of the letters that stood before somebody's eyes. */
  seen: Set<string>;
  onShow: (draftId: string) => void;
  onThread: (contactId: string, isNew: boolean) => void;
};

const states = { signed: "signed", left: "left", over: "ended" } as const;

/** What the mail is for each of them, and whose letter was looked at. */
export function ForEach({ mails, seen, onShow, onThread }: Props) {
  const looked = mails.filter((mail) => seen.has(mail.hash)).length;
  return (
    <section className={classes.part} aria-label="What it is for each">
      <div className={classes.title}>
        <h2>{mails.length === 1 ? "What it is" : "What it is for each"}</h2>
        <span>{mails.length > 0 && `${looked} of ${mails.length} seen`}</span>
      </div>
      {mails.length === 0 && <p className={classes.quiet}>A first mail, or a follow-up in the thread of their last one.</p>}
      <ul className={classes.each}>
        {mails.map((mail) => (
          <li key={mail.draftId}>
            {seen.has(mail.hash) ? (
              <IconEye size={16} stroke={1.7} aria-label="Seen" />
            ) : (
              <IconCircle size={14} stroke={1.7} aria-label="Not seen" />
            )}
            <button type="button" className={classes.name} onClick={() => onShow(mail.draftId)}>
              <bdi>{mail.contact.name}</bdi>
            </button>
            <span className={classes.kind}>
              {mail.state === "draft" && mail.thread ? (
                <LaterPick
                  name={`What it is for ${mail.contact.name}`}
                  value={mail.thread.joined ? "join" : "new"}
                  choices={[
                    { value: "join", label: "Follow-up in their thread", said: "follow-up", about: `“${mail.thread.subject}”` },
                    { value: "new", label: "New thread instead", said: "new thread", about: "With the subject written here." },
                  ]}
                  onPick={(value) => onThread(mail.contact.id, value === "new")}
                />
              ) : mail.state === "draft" ? (
                mail.kind
              ) : (
                states[mail.state]
              )}
            </span>
            {mail.thread?.joined && (
              <p>
                in the thread of {mail.thread.at}, “{mail.thread.subject}”. Its subject stays.
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
