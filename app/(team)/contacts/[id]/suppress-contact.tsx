"use client";

import { Button, Group, Modal, Stack, Textarea } from "@mantine/core";
import { IconBan } from "@tabler/icons-react";
import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { toast } from "@/app/ui/toast/toast";
import { liftSuppressionAction, suppressContactAction } from "../suppressed/actions";

type Props = { contactId: string; name: string; suppressed: boolean; open: number; maySuppress: boolean; mayLift: boolean };

/** Suppressing says what it ends and asks; lifting needs an administrator and a reason. */
export function SuppressContact({ contactId, name, suppressed, open, maySuppress, mayLift }: Props) {
  const { act, busy, problem } = useAct();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  if (suppressed ? !mayLift : !maySuppress) return null;
  const decide = () =>
    act(
      () => (suppressed ? liftSuppressionAction({ contactId, reason }) : suppressContactAction({ contactId })),
      () => {
        setAsking(false);
        setReason("");
        toast(suppressed ? `${name} can be mailed again.` : `${name} gets no more mail.`);
      },
    );
  return (
    <>
      <Button
        variant="default"
        h={36}
        px={14}
        leftSection={suppressed ? null : <IconBan size={18} stroke={1.7} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {suppressed ? "Lift the suppression" : "Suppress"}
      </Button>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={suppressed ? `Mail ${name} again?` : `Suppress ${name}?`}
        radius={14}
        centered
      >
        <Stack gap={12}>
          {suppressed ? (
            <Textarea
              label="Why"
              description="It stays in the record, with your name."
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
              Only an administrator can lift it.
              {problem && <span role="alert"> {problem}</span>}
            </p>
          )}
          <Group justify="flex-end" gap={8}>
            <Button variant="default" data-autofocus={!suppressed || undefined} onClick={() => setAsking(false)}>
              {suppressed ? "Leave it" : "Keep mailing"}
            </Button>
            <Button
              variant={suppressed ? "filled" : "outline"}
              color={suppressed ? "var(--ink)" : "var(--stop)"}
              {...(suppressed ? { c: "var(--on-primary)" } : {})}
              loading={busy}
              disabled={suppressed && reason.trim().length < 3}
              onClick={decide}
            >
              {suppressed ? "Lift it" : "Suppress this address"}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
