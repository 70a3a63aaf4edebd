"use client";

import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { Problem } from "@/app/ui/problem/problem";
import settings from "../../settings.module.css";
import { editSignatureAction } from "../actions";
import classes from "./health.module.css";

/** The signature block of a mailbox. */
export function SignatureForm({
  senderAccountId,
  text: kept,
  manages,
}: {
  senderAccountId: string;
  text: string;
  manages: boolean;
}) {
  const { act, busy, problem } = useAct();
  const [text, setText] = useState(kept);
  return (
    <section className={classes.signature}>
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
      <Problem className={settings.problem}>{problem}</Problem>
      {manages && (
        <Button
          color="var(--ink)"
          c="var(--on-primary)"
          loading={busy}
          disabled={text === kept}
          onClick={() => act(() => editSignatureAction({ senderAccountId, text }))}
        >
          Keep this signature
        </Button>
      )}
    </section>
  );
}
