"use client";

import { Button } from "@mantine/core";
import { useAct } from "@/app/ui/act/use-act";
import { restoreContactsAction } from "../actions";
import classes from "./contact.module.css";

/** Brings an archived contact back. */
export function Restore({ contactId }: { contactId: string }) {
  const { act, busy, problem } = useAct();
  return (
    <div className={classes.stop}>
      <Button
        variant="default"
        h={36}
        loading={busy}
        onClick={() => act(() => restoreContactsAction({ contactIds: [contactId] }))}
      >
        Bring back
      </Button>
      {problem && <span role="alert">{problem}</span>}
    </div>
  );
}
