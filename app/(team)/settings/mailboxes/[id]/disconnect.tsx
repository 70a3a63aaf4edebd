"use client";

import { Button, Modal } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { Problem } from "@/app/ui/problem/problem";
import settings from "../../settings.module.css";
import { disconnectMailboxAction } from "../actions";

/** The way to take a mailbox away. */
export function Disconnect({ senderAccountId, email, planned }: { senderAccountId: string; email: string; planned: number }) {
  const { act, busy, problem } = useAct();
  const router = useRouter();
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
      <Button variant="default" className={settings.headAct} onClick={() => setAsking(true)}>
        Disconnect
      </Button>
      <Modal opened={asking} onClose={() => setAsking(false)} title={`Disconnect ${email}`} withCloseButton={false}>
        <p>
          {waits} Nothing leaves from this mailbox and no answer is read until somebody connects it again. What it sent stays.
        </p>
        <Problem className={settings.problem}>{problem}</Problem>
        <div className={settings.acts}>
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
