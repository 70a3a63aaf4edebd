"use client";

import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { renameListAction } from "./actions";
import classes from "./contacts.module.css";

/** Gives a list another name. */
export function NameList({ listId, name }: { listId: string; name: string }) {
  const { act, busy, problem } = useAct();
  const [next, setNext] = useState<string | null>(null);
  if (next === null) {
    return (
      <Button variant="default" h={36} onClick={() => setNext(name)}>
        Rename
      </Button>
    );
  }
  return (
    <form
      className={classes.inline}
      onSubmit={(event) => {
        event.preventDefault();
        act(
          () => renameListAction({ listId, name: next }),
          () => setNext(null),
        );
      }}
    >
      <TextInput
        aria-label="Name of the list"
        value={next}
        maxLength={120}
        autoFocus
        error={problem}
        onChange={(event) => setNext(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" h={36} loading={busy} disabled={next.trim() === ""}>
        Keep this name
      </Button>
    </form>
  );
}
