"use client";

import { Button, Group, Modal, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { toast } from "@/app/ui/toast/toast";
import { acceptDomainAction } from "../domains-actions";

/** Lets a failing domain send all the same, with a reason that stays in the record. */
export function AcceptDomain({ domain, failingSince }: { domain: string; failingSince: string }) {
  const { act, busy, problem } = useAct();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const close = () => setAsking(false);
  const accept = () =>
    act(
      () => acceptDomainAction({ domain, failingSince, reason }),
      () => {
        close();
        toast(`First mails from ${domain} leave all the same.`);
      },
    );
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        Send all the same
      </Button>
      <Modal opened={asking} onClose={close} title={`Send from ${domain} all the same?`} radius={14} centered>
        <Stack gap={12}>
          <p style={{ margin: 0 }}>
            First mails leave though receivers may refuse them or put them into Junk. It holds until the domain is sound again.
          </p>
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
          <Group justify="flex-end" gap={8}>
            <Button variant="default" onClick={close}>
              Let them wait
            </Button>
            <Button color="var(--ink)" c="var(--on-primary)" loading={busy} disabled={reason.trim().length < 3} onClick={accept}>
              Send all the same
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
