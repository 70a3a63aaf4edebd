"use client";

import type { ReactNode } from "react";
import { RichText } from "@/app/ui/editor/rich-text";
import { Problem } from "@/app/ui/problem/problem";
import type { LetterMail } from "@/lib/letters/letter";
import type { Starts } from "@/lib/templates/read-starts";
import type { Letter } from "../state/use-letter";
import classes from "./form.module.css";
import { FromField } from "./from-field";
import type { Mailbox } from "./from-menu";
import { OwnText } from "./own-text";
import { sayAdded } from "./say-added";
import { StartFrom } from "./start-from";
import { ToField } from "./to-field";

type Props = {
  letter: Letter;
  mailboxes: Mailbox[];
  starts: Starts;
  /** The mail that is shown beside the form. */
  shown: LetterMail | null;
  modelButton: ReactNode;
};

/** What is written: to whom, from which mailbox, and the text with its fields. */
export function WriteForm({ letter, mailboxes, starts, shown, modelButton }: Props) {
  const { form, view } = letter;
  const own = shown?.isOwn && shown.state === "draft" ? shown : null;
  const stays = shown?.thread?.joined ? shown : null;
  return (
    <div className={classes.form}>
      <ToField people={form.people} onChange={(people) => letter.change({ people })} autofocus={form.people.length === 0} />
      <FromField
        mailboxes={mailboxes}
        chosen={form.senderAccountId}
        onPick={(senderAccountId) => letter.change({ senderAccountId })}
      />
      <StartFrom
        templates={starts.templates}
        chosen={form.templateId}
        onStart={(template) =>
          template
            ? letter.replace(
                { templateId: template.id, subject: template.subject, body: template.body },
                `${template.name} stands in place of your text`,
              )
            : letter.replace({ templateId: null, subject: "", body: "" }, "The text was taken out")
        }
      >
        {modelButton}
      </StartFrom>
      {own ? (
        <OwnText key={`${own.draftId} ${letter.edition}`} mail={own} letter={letter} />
      ) : (
        <>
          <div className={classes.subject}>
            <RichText
              key={`subject ${letter.edition}`}
              label="Subject"
              single
              value={form.subject}
              fields={starts.fields}
              placeholder="What is it about?"
              onChange={(subject) => letter.change({ subject })}
            />
            {stays && form.people.length === 1 && (
              <p className={classes.caption}>
                Not used: it follows up in the thread “{stays.thread?.subject}”, whose subject stays.
              </p>
            )}
          </div>
          <div className={classes.text}>
            <RichText
              key={`text ${letter.edition}`}
              label="Text"
              value={form.body}
              fields={starts.fields}
              placeholder="Write the mail. Type { for a field."
              onChange={(body) => letter.change({ body })}
            />
            <p className={classes.added}>{sayAdded(view?.mails ?? [])}</p>
          </div>
        </>
      )}
      <Problem ground>{letter.problem}</Problem>
    </div>
  );
}
