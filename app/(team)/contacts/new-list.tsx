"use client";

import { TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import classes from "./frame.module.css";
import { createListAction } from "./lists/actions";

/** Makes an empty list in place and leads to it. */
export function NewList() {
  const router = useRouter();
  const { act, busy, problem } = useAct();
  const [name, setName] = useState<string | null>(null);
  if (name === null) {
    return (
      <button type="button" className={classes.newList} onClick={() => setName("")}>
        <IconPlus size={16} stroke={1.7} aria-hidden /> New list
      </button>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === "" || busy) return;
        act(async () => {
          const made = await createListAction({ name });
          if (made.ok) {
            setName(null);
            router.push(`/contacts/lists/${made.data}`);
          }
          return made;
        });
      }}
    >
      <TextInput
        aria-label="Name of the new list"
        placeholder="Name, then Enter"
        value={name}
        maxLength={120}
        autoFocus
        error={problem}
        disabled={busy}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Escape" && setName(null)}
        onBlur={() => name.trim() === "" && setName(null)}
      />
    </form>
  );
}
