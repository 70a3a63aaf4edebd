"use client";

import { Button, Modal, TextInput } from "@mantine/core";
import { type RefObject, useEffect, useState } from "react";
import { CommandKey } from "@/app/ui/keys/command-key";
import { rejectReasons } from "@/lib/drafts/reject-reasons";
import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import classes from "./reject-dialog.module.css";

/** The field of a reason of one's own, which key 5 goes to. */
export type OwnReason = RefObject<HTMLInputElement | null>;

type Props = {
  view: DraftView;
  opened: boolean;
  own: OwnReason;
  /** It was gone to before the dialog was there. */
  beginsOwn: boolean;
  onClose: () => void;
  onReject: (reason: string) => void;
};

/** Asks why, and nothing else: a reason rejects and moves on. Its keys are those of later-reject.tsx. */
export function RejectDialog({ view, opened, own: field, beginsOwn, onClose, onReject }: Props) {
  const [own, setOwn] = useState("");
  useEffect(() => {
    if (opened) setOwn("");
  }, [opened]);
  const first = view.contact.name.split(/\s+/)[0] ?? view.contact.name;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={`Why not send this to ${view.contact.name}?`}
      size={560}
      withCloseButton={false}
    >
      <p className={classes.lead}>
        A reason rejects the draft and shows the next.{" "}
        {view.campaign
          ? `${view.campaign.name} ends for ${first}: no mail of it leaves any more.`
          : `This mail to ${first} never leaves.`}
      </p>
      <ol className={classes.reasons}>
        {rejectReasons.map((reason, place) => (
          <li key={reason}>
            <button type="button" className={classes.reason} onClick={() => onReject(reason)}>
              <kbd>{place + 1}</kbd> {reason}
            </button>
          </li>
        ))}
        <li>
          <form
            className={classes.own}
            onSubmit={(event) => {
              event.preventDefault();
              if (own.trim()) onReject(own.trim());
            }}
          >
            <label htmlFor="own-reason" className={classes.reason}>
              <kbd>{rejectReasons.length + 1}</kbd> Another reason
            </label>
            <TextInput
              ref={field}
              id="own-reason"
              data-autofocus={beginsOwn || undefined}
              value={own}
              maxLength={200}
              placeholder="In your words, for the team to see"
              onChange={(event) => setOwn(event.currentTarget.value)}
              rightSection={<kbd>↵</kbd>}
            />
          </form>
        </li>
      </ol>
      <div className={classes.foot}>
        <span>
          Can be taken back
          <span className={classes.key}>
            {" "}
            with <CommandKey with="Z" />
          </span>
        </span>
        <Button variant="default" onClick={onClose} data-autofocus>
          Keep the draft <kbd>Esc</kbd>
        </Button>
      </div>
    </Modal>
  );
}
