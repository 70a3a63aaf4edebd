"use client";

import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import type { NoticeOwner } from "@/lib/notices/notice-target";
import { pasteOwnWebhookAction, pasteTeamWebhookAction } from "./notice-actions";
import classes from "./notices.module.css";

type Props = { whose: NoticeOwner; host: string | null; isThere: boolean };

/** Where the address of a workflow is pasted. It is never shown again, only whose host it is on. */
export function PasteWebhook({ whose, host, isThere }: Props) {
  const { act, busy, problem } = useAct();
  const [open, setOpen] = useState(false);
  const [address, setAddress] = useState("");
  if (isThere && !open)
    return (
      <p className={classes.host}>
        Posts to a workflow at <strong>{host}</strong>.{" "}
        <button type="button" className={classes.quiet} onClick={() => setOpen(true)}>
          Paste another address
        </button>
      </p>
    );
  const paste = whose === "own" ? pasteOwnWebhookAction : pasteTeamWebhookAction;
  return (
    <form
      className={classes.paste}
      onSubmit={(event) => {
        event.preventDefault();
        act(
          () => paste({ address }),
          () => {
            setAddress("");
            setOpen(false);
          },
        );
      }}
    >
      <TextInput
        label="Address of the workflow"
        description="Whoever has it can post there, so it is kept encrypted and never shown again."
        placeholder="https://…"
        autoComplete="off"
        spellCheck={false}
        value={address}
        error={problem}
        onChange={(event) => setAddress(event.currentTarget.value)}
      />
      <div className={classes.acts}>
        <Button type="submit" loading={busy} disabled={address.trim() === ""}>
          Keep this address
        </Button>
        {isThere && (
          <Button variant="subtle" onClick={() => setOpen(false)}>
            Leave it
          </Button>
        )}
      </div>
    </form>
  );
}
