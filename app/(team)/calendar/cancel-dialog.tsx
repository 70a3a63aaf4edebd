"use client";

import { Button, Modal } from "@mantine/core";
import { sayCount } from "@/app/ui/words/count-words";
import type { ScheduledRow } from "@/lib/scheduled/scheduled";
import classes from "./list.module.css";

type Props = {
  opened: boolean;
  rows: ScheduledRow[];
  busy: boolean;
  onKeep: () => void;
  onCancel: (rows: ScheduledRow[]) => void;
};

/** Cancelling a campaign's mail ends the campaign for its person, so it says for whom before. */
export function CancelDialog({ opened, rows: some, busy, onKeep, onCancel }: Props) {
  const [only] = some;
  const ended = some.filter(({ byHand }) => !byHand);
  const names = [...new Set(ended.map(({ campaign }) => campaign))];
  const title = some.length === 1 ? `Cancel the mail to ${only?.name}?` : `Cancel ${some.length.toLocaleString("en")} mails?`;
  return (
    <Modal opened={opened} onClose={onKeep} title={title}>
      <p className={classes.dialogText}>
        {some.length === 1
          ? `${only?.name} gets no more mail of ${only?.campaign}: what would follow answers a mail that never was.`
          : `${names.length === 1 ? names[0] : `${names.length} campaigns`} ${names.length === 1 ? "ends" : "end"} for ${sayCount(ended.length, "person", "people")}: what would follow answers a mail that never was.`}
      </p>
      <div className={classes.dialogActs}>
        <Button variant="default" onClick={onKeep}>
          Keep {some.length === 1 ? "it" : "them"}
        </Button>
        <Button color="var(--ink)" c="var(--on-primary)" data-autofocus loading={busy} onClick={() => onCancel(some)}>
          {some.length === 1 ? "Cancel, and end the campaign for them" : `Cancel ${some.length.toLocaleString("en")}`}
        </Button>
      </div>
    </Modal>
  );
}
