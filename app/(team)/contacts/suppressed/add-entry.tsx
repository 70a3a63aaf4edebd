"use client";

import { Button, TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { sayCount } from "@/app/ui/words/count-words";
import type { Foreseen as What } from "@/lib/suppressions/entries/foresee";
import { foreseeEntryAction, suppressEntryAction } from "./actions";
import { Foreseen } from "./foreseen";
import classes from "./suppressed.module.css";
import { useTakeBack } from "./use-take-back";

/** So long nobody types before it is looked at what the entry would do. */
const quietMs = 250;

type Seen = { of: string; what: What | { refused: string } };

/** One field for all that can be suppressed; what it will do is said before it is done. */
export function AddEntry({ mostMails }: { mostMails: number }) {
  const { act, busy, problem } = useAct();
  const say = useTakeBack();
  const [text, setText] = useState("");
  const [note, setNote] = useState("");
  const seen = useForeseen(text);
  const what = seen && "entry" in seen ? seen : null;
  const refused = seen && "refused" in seen ? seen.refused : null;
  const add = () =>
    act(async () => {
      const result = await suppressEntryAction({ text, note });
      if (!result.ok) return result;
      const { entry, entryIds, people, was } = result.data;
      const stopped =
        people === 0 ? "Suppressed. It stops nobody yet." : `Suppressed, ${sayCount(people, "person", "people")} stopped.`;
      say(was ?? stopped, entry, entryIds);
      setText("");
      setNote("");
      return result;
    });
  return (
    <form
      className={classes.add}
      onSubmit={(event) => {
        event.preventDefault();
        if (what && !what.known) add();
      }}
    >
      <div className={classes.fields}>
        <TextInput
          className={classes.entryField}
          label="Add an address, a domain or a wildcard"
          placeholder="anna@contoso.com, contoso.com or *.contoso.com"
          value={text}
          maxLength={500}
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          error={refused ?? problem}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {what && !what.known && (
          <TextInput
            className={classes.noteField}
            label="Note, if you like"
            placeholder="Asked by phone"
            value={note}
            maxLength={300}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        )}
        <Button
          type="submit"
          className={classes.addButton ?? ""}
          color="var(--ink)"
          c="var(--on-primary)"
          loading={busy}
          disabled={!what || what.known}
        >
          {what && what.people > 0 ? `Suppress ${sayCount(what.people, "person", "people")}` : "Suppress"}
        </Button>
      </div>
      <div aria-live="polite">{what && <Foreseen what={what} mostMails={mostMails} />}</div>
    </form>
  );
}

/** What the server says of the text as it stands; null while nothing is typed or it is not known yet. */
function useForeseen(text: string): What | { refused: string } | null {
  const [seen, setSeen] = useState<Seen | null>(null);
  const asked = useRef("");
  const wanted = text.trim();
  useEffect(() => {
    asked.current = wanted;
    if (wanted === "") return;
    const timer = setTimeout(async () => {
      // Without an answer nothing can be added: the server says then what is wrong.
      const result = await foreseeEntryAction({ text: wanted }).catch(() => null);
      if (asked.current === wanted && result?.ok) setSeen({ of: wanted, what: result.data });
    }, quietMs);
    return () => clearTimeout(timer);
  }, [wanted]);
  return seen && seen.of === wanted ? seen.what : null;
}
