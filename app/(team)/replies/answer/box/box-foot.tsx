"use client";

import { Button } from "@mantine/core";
import { IconAlertTriangle, IconSparkles } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { SavedWord } from "@/app/ui/act/saved-word";
import { CommandKey } from "@/app/ui/keys/command-key";
import classes from "../answer.module.css";
import type { Answer } from "../state/use-answer";

type Props = {
  answer: Answer;
  /** "anna@" */
  box: string;
  stands: string | null;
  busy: boolean;
  onSend: () => void;
  /** The button of the model, where there is one. */
  model: ReactNode;
};

/** What stands about the answer, and the button that signs and sends it. */
export function BoxFoot({ answer, box, stands, busy, onSend, model }: Props) {
  const asks = answer.kept?.checks.filter((check) => !check.passes && !check.blocking) ?? [];
  const isFailed = answer.kept?.checks.some((check) => check.sentence === stands);
  const isBlank = answer.body === "";
  return (
    <footer className={classes.foot}>
      <div className={classes.stands}>
        {!isBlank &&
          asks.map(({ name, sentence }) => (
            <p key={name} className={classes.asks}>
              <IconAlertTriangle size={16} stroke={1.7} aria-hidden /> {sentence}
            </p>
          ))}
        {answer.byModel && (
          <p>
            <IconSparkles size={16} stroke={1.7} aria-hidden /> AI draft. Leaves only when you send it.
          </p>
        )}
        {stands && !isBlank && (
          <p className={classes.stops} data-failed={isFailed || undefined} role="status">
            {stands}
          </p>
        )}
        {!isBlank && <SavedWord pending={answer.pending} saved={answer.saved} className={classes.saved} />}
      </div>
      {model}
      <Button
        color="var(--ink)"
        c="var(--on-primary)"
        className={classes.send}
        title="Sending it is your signature on this text"
        disabled={stands !== null}
        loading={busy}
        onClick={(event) => event.detail < 2 && onSend()}
      >
        Send from {box} <CommandKey with="↵" />
      </Button>
    </footer>
  );
}
