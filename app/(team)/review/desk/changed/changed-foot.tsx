"use client";

import { Button } from "@mantine/core";
import { IconArrowBackUp, IconX } from "@tabler/icons-react";
import { near } from "@/app/ui/loading/near";
import type { ChangedView } from "@/lib/drafts/changed/read-changed";
import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import { acceptSent, putBack, signChanged } from "../acts/settle-changed";
import classes from "../desk.module.css";
import { loadReject } from "../later-reject";
import type { Desk } from "../use-desk";
import own from "./changed.module.css";

type Props = {
  view: DraftView;
  changed: ChangedView;
  desk: Desk;
  maySign: boolean;
  mayEdit: boolean;
  offline: boolean;
  onReject: () => void;
};

/** What can be done with a mail that was changed, deleted or sent in Outlook. */
export function ChangedFoot({ view, changed, desk, maySign, mayEdit, offline, onReject }: Props) {
  if (changed.kind === "sent by hand")
    return (
      <>
        <span className={classes.said}>It cannot be brought back. What follows it goes on once somebody has seen this.</span>
        <span className={classes.spring} />
        {maySign && (
          <Button color="var(--ink)" c="var(--on-primary)" disabled={offline} onClick={() => void acceptSent(desk, view)}>
            Seen
          </Button>
        )}
      </>
    );
  const isDeleted = changed.kind === "deleted";
  return (
    <>
      {mayEdit && (
        <Button
          variant="default"
          {...near(loadReject)}
          onClick={onReject}
          aria-label="Reject"
          className={`${classes.reject} ${own.reject}`}
          leftSection={<IconX size={16} stroke={1.7} aria-hidden />}
        >
          <span className={classes.wide}>Reject</span> <kbd>X</kbd>
        </Button>
      )}
      <span className={classes.spring} />
      <span className={own.follows}>{whatFollows(view, changed)}</span>
      {maySign && (
        <Button
          variant="default"
          className={own.act}
          disabled={offline}
          leftSection={<IconArrowBackUp size={16} stroke={1.7} aria-hidden />}
          onClick={() => void putBack(desk, view)}
        >
          {isDeleted ? "Make it anew" : "Put the signed text back"} <kbd>B</kbd>
        </Button>
      )}
      {maySign && !isDeleted && (
        <Button
          color="var(--seal)"
          c="var(--on-seal)"
          className={own.act}
          disabled={offline || "why" in changed.sign}
          // The second half of a double click would sign what comes next.
          onClick={(event) => event.detail < 2 && void signChanged(desk, view)}
        >
          Sign the changed text <kbd>S</kbd>
        </Button>
      )}
    </>
  );
}

function whatFollows(view: DraftView, { kind, sign }: ChangedView): string {
  const whose = view.seal && !view.seal.void ? `${view.seal.by}'s seal holds` : "it waits for a signature";
  const leaves = view.leaves && whose.endsWith("holds") ? `: it leaves ${view.leaves}` : "";
  const back = `${kind === "deleted" ? "Made anew" : "Put back"}, ${whose}${leaves}`;
  return kind === "changed" && "why" in sign ? `${back}. ${sign.why}` : back;
}
