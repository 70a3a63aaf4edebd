"use client";

import { Button, Modal, TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import { CommandKey } from "@/app/ui/keys/command-key";
import { useHotkeys } from "@/app/ui/keys/use-hotkeys";
import { rejectReasons } from "@/lib/drafts/reject-reasons";
import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import classes from "./reject-dialog.module.css";

type Props = { view: DraftView; opened: boolean; onClose: () => void; onReject: (reason: string) => void };

/** Asks why, and nothing else: a reason rejects and moves on. */
export function RejectDialog({ view, opened, onClose, onReject }: Props) {
  const [own, setOwn] = useState("");
  useEffect(() => {
    if (opened) setOwn("");
  }, [opened]);
  const reasons = rejectReasons.map((reason, place) => [`${place + 1}`, () => onReject(reason)]);
  const ownReason = () => document.getElementById("own-reason")?.focus();
  useHotkeys(opened ? { ...Object.fromEntries(reasons), [rejectReasons.length + 1]: ownReason } : {}, { of: "dialog" });
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
              id="own-reason"
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
