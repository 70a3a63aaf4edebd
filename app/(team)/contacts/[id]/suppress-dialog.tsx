"use client";

import { Button, Group, Modal, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { sayClock, sayDay } from "@/app/ui/words/clock";
import type { ContactView } from "@/lib/contacts/open-contact";
import { isWish } from "../suppressed/is-wish";
import { nameSuppression } from "./name-suppression";

export type Suppressed = NonNullable<ContactView["suppressed"]>;
/** `open`: so many campaigns would end. */
export type Suppressing = { name: string; timezone: string; open: number };

type Props = Suppressing & {
  /** What is lifted; null suppresses. */
  suppressed: Suppressed | null;
  opened: boolean;
  onClose: () => void;
  busy: boolean;
  problem: string | null;
  onLift: (suppressed: Suppressed, reason: string, after: () => void) => void;
  onSuppress: () => void;
};

/** Asks before somebody gets no more mail, and why they get it again. */
export function SuppressDialog({ name, timezone, open, suppressed, opened, onClose, busy, problem, onLift, onSuppress }: Props) {
  const [reason, setReason] = useState("");
  const since = (at: Date) => `${sayDay(at, new Date(), timezone)} ${sayClock(at, timezone)}`;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={suppressed ? `Mail ${name} again?` : `Suppress ${name}?`}
      radius={14}
      centered
    >
      <Stack gap={12}>
        {suppressed ? (
          <Textarea
            label={isWish(suppressed.reason) ? "When and how did they ask for mail again?" : "Why"}
            description={`${nameSuppression(suppressed.reason)}, ${since(suppressed.since)}. Why it is lifted stays in the record, with your name.`}
            value={reason}
            maxLength={300}
            autosize
            minRows={2}
            data-autofocus
            error={problem}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        ) : (
          <p style={{ margin: 0 }}>
            {name} gets no more mail from your team.{" "}
            {open === 0
              ? "No campaign is open for this person."
              : open === 1
                ? "One campaign ends for this person."
                : `${open} campaigns end for this person.`}{" "}
            What is written to them by hand does not leave either. Only an administrator can lift it.
            {problem && <span role="alert"> {problem}</span>}
          </p>
        )}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" data-autofocus={!suppressed || undefined} onClick={onClose}>
            {suppressed ? "Leave it" : "Keep mailing"}
          </Button>
          <Button
            variant={suppressed ? "filled" : "outline"}
            color={suppressed ? "var(--ink)" : "var(--stop)"}
            {...(suppressed ? { c: "var(--on-primary)" } : {})}
            loading={busy}
            disabled={suppressed !== null && reason.trim().length < 3}
            onClick={() => (suppressed ? onLift(suppressed, reason, () => setReason("")) : onSuppress())}
          >
            {suppressed ? "Lift it" : "Suppress this address"}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
