"use client";

import { Button } from "@mantine/core";
import { useAct } from "@/app/ui/act/use-act";
import { Problem } from "@/app/ui/problem/problem";
import { sendSelfMailAction } from "../actions";
import { short } from "./describe-mailbox";
import classes from "./health.module.css";

type Props = { senderAccountId: string; email: string; sent: string | null; manages: boolean };

/** The one mail that a mailbox may send to itself, if somebody allows it; afterwards what came of it. */
export function SelfMail({ senderAccountId, email, sent, manages }: Props) {
  const { act, busy, problem } = useAct();
  const mayAsk = manages && (sent === null || sent.startsWith("not sent"));
  if (!mayAsk && sent === null) return null;
  return (
    <div className={classes.selfMail}>
      <p className={classes.quiet}>
        {sent === null
          ? "Only a mail shows that it can send. Countersign sends one to itself, once, if you allow it."
          : `One test mail to itself: ${sent}.`}
      </p>
      {mayAsk && (
        <Button variant="default" loading={busy} onClick={() => act(() => sendSelfMailAction({ senderAccountId }))}>
          Send one test mail to {short(email)}
        </Button>
      )}
      <Problem>{problem}</Problem>
    </div>
  );
}
