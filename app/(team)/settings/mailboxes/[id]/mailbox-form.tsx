"use client";

import { Button, Modal, Textarea } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { Problem } from "@/app/ui/problem/problem";
import classes from "../../settings.module.css";
import { disconnectMailboxAction, editSignatureAction } from "../actions";

type Props = { senderAccountId: string; email: string; text: string; planned: number; manages: boolean };

/** The signature block of a mailbox, and the way to take the mailbox away. */
export function MailboxForm({ senderAccountId, email, text: kept, planned, manages }: Props) {
  const { act, busy, problem } = useAct();
  const router = useRouter();
  const [text, setText] = useState(kept);
  const [asking, setAsking] = useState(false);
  const disconnect = () =>
    act(
      () => disconnectMailboxAction({ senderAccountId }),
      () => router.push("/settings/mailboxes"),
    );
  const waits =
    planned === 0
      ? "No mail of today waits for it."
      : planned === 1
        ? "One mail planned for today waits."
        : `${planned} mails planned for today wait.`;
  return (
    <>
      <Textarea
        label="Signature block"
        description="Stands under every mail written from now on. Mails already signed keep the one they were signed with."
        autosize
        minRows={4}
        maxLength={2000}
        value={text}
        disabled={!manages}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Problem className={classes.problem}>{problem}</Problem>
      {manages && (
        <div className={classes.between}>
          <Button
            color="var(--ink)"
            c="var(--on-primary)"
            loading={busy}
            disabled={text === kept}
            onClick={() => act(() => editSignatureAction({ senderAccountId, text }))}
          >
            Keep this signature
          </Button>
          <Button variant="outline" color="var(--stop)" onClick={() => setAsking(true)}>
            Disconnect {email}
          </Button>
        </div>
      )}
      <Modal opened={asking} onClose={() => setAsking(false)} title={`Disconnect ${email}`} withCloseButton={false}>
        <p>
          {waits} Nothing leaves from this mailbox and no answer is read until somebody connects it again. What it sent stays.
        </p>
        <div className={classes.acts}>
          <Button variant="default" data-autofocus onClick={() => setAsking(false)}>
            Keep it connected
          </Button>
          <Button variant="outline" color="var(--stop)" loading={busy} onClick={disconnect}>
            Disconnect
          </Button>
        </div>
      </Modal>
    </>
  );
}
