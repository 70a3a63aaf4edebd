"use client";

import { IconChevronDown, IconTrash, IconX } from "@tabler/icons-react";
import Link from "next/link";
import { useRef, useState } from "react";
import type { EditorHandle } from "@/app/ui/editor/editor-props";
import { RichText } from "@/app/ui/editor/rich-text";
import { useHotkeys } from "@/app/ui/keys/use-hotkeys";
import { Problem } from "@/app/ui/problem/problem";
import type { TheirLetter, ThreadView } from "@/lib/answers/thread-view";
import { firstNameOf, shortBox } from "../../name-them";
import { LaterTemplates } from "../aids/later-templates";
import { useAids } from "../aids/use-aids";
import classes from "../answer.module.css";
import { LaterDraft } from "../model/later-draft";
import { useDraft } from "../model/use-draft";
import type { Answer } from "../state/use-answer";
import type { useSend } from "../state/use-send";
import { AnsweredSince } from "./answered-since";
import { Arrives } from "./arrives";
import { BoxFoot } from "./box-foot";
import { TwoTexts } from "./two-texts";
import { WroteSince } from "./wrote-since";

type Props = {
  view: ThreadView;
  timezone: string;
  answer: Answer;
  send: ReturnType<typeof useSend>;
  stands: string | null;
  /** What they wrote since this answer was begun. */
  wrote: TheirLetter | null;
  /** What a colleague has answered since it was begun. */
  answered: ThreadView["answered"];
  onAnswered: () => void;
  onLeave: () => void;
};

/** The box in which an answer is written; ⌘↵ sends what stands in it. */
export function OpenBox({ view, timezone, answer, send, stands, wrote, answered, onAnswered, onLeave }: Props) {
  const editor = useRef<EditorHandle | null>(null);
  const { aids, failed, ask } = useAids(view.id, true);
  const model = useDraft(answer, editor);
  const [arrives, setArrives] = useState(false);
  const who = firstNameOf(view.contact);
  useHotkeys(
    {
      "mod+enter": (event) => {
        // What is open over the page has its own keys; a key that is held down sends once.
        if (event.target instanceof Element && event.target.closest('[role="dialog"]')) return false;
        if (!event.repeat) void send.send();
      },
    },
    { of: "always", first: true },
  );
  return (
    <section
      className={classes.box}
      aria-label={`Your answer to ${who}`}
      onKeyDown={(event) => {
        // The editor takes this key for itself, too: here it leaves.
        if (event.key !== "Escape" || event.currentTarget !== closestBox(event.target)) return;
        event.preventDefault();
        onLeave();
      }}
    >
      <header className={classes.sheetHead}>
        <h2>Answer {who}</h2>
        <button type="button" onClick={onLeave} aria-label="Close, your text stays">
          <IconX size={20} stroke={1.7} aria-hidden />
        </button>
      </header>
      {wrote && (
        <WroteSince
          letter={wrote}
          who={who}
          timezone={timezone}
          wasSigned={Boolean(answer.kept?.voided)}
          onAnswer={() => answer.change({ answers: wrote.id })}
          onRead={() => {
            onLeave();
            document.querySelector(`[data-letter="${CSS.escape(wrote.id)}"]`)?.scrollIntoView({ block: "start" });
          }}
        />
      )}
      {answered && !wrote && <AnsweredSince answered={answered} timezone={timezone} onSend={onAnswered} />}
      {!wrote && answer.kept?.voided && <p className={classes.notice}>{answer.kept.voided}</p>}
      {answer.theirs && <TwoTexts theirs={answer.theirs} onTheirs={answer.takeTheirs} onMine={answer.keepMine} />}
      {!view.mailbox.canSend && (
        <p className={classes.notice}>
          {view.mailbox.email} is signed out. Write on, your text is kept.{" "}
          <Link href={`/settings/mailboxes/${view.mailbox.id}`}>Reconnect {shortBox(view.mailbox)} to answer</Link>
        </p>
      )}
      <div className={classes.text}>
        <RichText
          key={answer.edition}
          label={`Answer to ${who}`}
          value={answer.body}
          onChange={model.type}
          placeholder={`Write to ${who}`}
          handle={editor}
          autofocus
          bare
          tools={
            <>
              <LaterTemplates aids={aids} failed={failed} onAsk={ask} onPick={(html) => editor.current?.insert(html)} />
              <button type="button" className={classes.tool} aria-expanded={arrives} onClick={() => setArrives(!arrives)}>
                As it arrives <IconChevronDown size={14} stroke={1.7} aria-hidden />
              </button>
              <button
                type="button"
                className={`${classes.tool} ${classes.discard}`}
                aria-label="Discard"
                title="Discard"
                onClick={() => void send.discard()}
              >
                <IconTrash size={16} stroke={1.7} aria-hidden />
              </button>
            </>
          }
        />
      </div>
      <Problem ground className={classes.problem}>
        {wrote || answered ? null : (send.problem ?? answer.problem)}
      </Problem>
      {send.unsure && (
        <div className={classes.unsure} role="alert">
          <span>Countersign did not answer, so it is not known whether it was sent. Your text is still here.</span>
          <button type="button" onClick={() => void send.look()} disabled={send.busy}>
            Look
          </button>
        </div>
      )}
      <BoxFoot
        answer={answer}
        box={shortBox(view.mailbox)}
        stands={stands}
        busy={send.busy}
        onSend={() => void send.send()}
        model={aids?.modelConfigured && <LaterDraft model={model} hasText={answer.body !== ""} byModel={answer.byModel} />}
      />
      {arrives && <Arrives view={view} answer={answer} timezone={timezone} />}
    </section>
  );
}

/** The box a press comes from; what is open over it, such as a menu, closes itself first. */
const closestBox = (target: EventTarget) => (target instanceof Element ? target.closest("section") : null);
