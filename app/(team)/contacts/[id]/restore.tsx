"use client";

import { Button } from "@mantine/core";
import { useAct } from "@/app/ui/act/use-act";
import { toast } from "@/app/ui/toast/toast";
import { archiveContactsAction, restoreContactsAction } from "../actions";
import classes from "./contact.module.css";

/** Brings an archived contact back. */
export function Restore({ contactId, name }: { contactId: string; name: string }) {
  const { act, busy, problem } = useAct();
  const restore = () =>
    act(async () => {
      const done = await restoreContactsAction({ choice: [contactId] });
      if (done.ok)
        toast(done.data.restored > 0 ? `${name} is back among the contacts.` : `${name} was back already.`, {
          back: done.data.restored > 0 ? () => act(() => archiveContactsAction({ choice: [contactId] })) : undefined,
          backKey: done.data.restored > 0 ? "Z" : undefined,
        });
      return done;
    });
  return (
    <div className={classes.stop}>
      <Button variant="default" h={36} loading={busy} onClick={restore}>
        Restore
      </Button>
      {problem && <span role="alert">{problem}</span>}
    </div>
  );
}
