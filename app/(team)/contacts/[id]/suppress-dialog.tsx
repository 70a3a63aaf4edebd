"use client";

import { Button, Group, Modal, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { toast } from "@/app/ui/toast/toast";
import { sayClock, sayDay } from "@/app/ui/words/clock";
import { sayCount } from "@/app/ui/words/count-words";
import type { ContactView } from "@/lib/contacts/open-contact";
import { liftSuppressionAction, suppressContactAction } from "../suppressed/actions";
import { isWish } from "../suppressed/is-wish";
import { useTakeBack } from "../suppressed/use-take-back";
import { nameSuppression } from "./name-suppression";

export type Suppressed = NonNullable<ContactView["suppressed"]>;
export type Suppressing = { contactId: string; name: string; timezone: string; open: number };

type Props = Suppressing & {
  opened: boolean;
  onClose: () => void;
  /** What stopped them as the dialog was opened, and what stops them now. */
  asked: Suppressed | null;
  current: Suppressed | null;
};

/** Suppresses somebody or lifts it. */
export function SuppressDialog({ contactId, name, timezone, open, opened, onClose, asked, current }: Props) {
  const { act, busy, problem } = useAct();
  const say = useTakeBack();
  const [reason, setReason] = useState("");
  // The open dialog acts on what it showed, whatever becomes of the page behind it; after a refusal it shows anew.
  const suppressed = problem && current ? current : asked;
  const since = (at: Date) => `${sayDay(at, new Date(), timezone)} ${sayClock(at, timezone)}`;
  const done = (said: string) => {
    onClose();
    setReason("");
    toast(said);
  };
  const lift = ({ id, reason: was }: Suppressed) =>
    act(async () => {
      const result = await liftSuppressionAction({ contactId, suppressionId: id, was, reason });
      if (!result.ok) return result;
      const { remains } = result.data;
      done(
        remains ? `Lifted. ${remains} still stops mail to ${name}.` : `${name} can be mailed again. What had ended stays ended.`,
      );
      return result;
    });
  const suppress = () =>
    act(async () => {
      const result = await suppressContactAction({ contactId });
      if (!result.ok) return result;
      const { was, ended, entryIds } = result.data;
      onClose();
      const stopped = ended === 0 ? "" : `${sayCount(ended, "campaign", "campaigns")} stopped.`;
      say(was ?? `${name} gets no more mail.`, stopped, entryIds, contactId);
      return result;
    });
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
            onClick={() => (suppressed ? lift(suppressed) : suppress())}
          >
            {suppressed ? "Lift it" : "Suppress this address"}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
