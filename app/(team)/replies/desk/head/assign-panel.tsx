"use client";

import type { ThreadView } from "@/lib/answers/thread-view";
import { Choices } from "./choices";

type Person = { id: string; name: string };
type Props = { view: ThreadView; me: string; onPick: (to: Person | null) => void };

const nobody = "nobody";

/** Whose a thread is: oneself first, then everybody who answers, and nobody. */
export function AssignPanel({ view, me, onPick }: Props) {
  const people = [...view.people].sort((a, b) => Number(b.id === me) - Number(a.id === me));
  return (
    <Choices
      label="Assign to"
      typeAhead
      choices={[
        ...people.map(({ id, name }) => ({
          key: id,
          name,
          isChosen: view.assigned?.id === id,
          ...(id === me ? { detail: "you" } : {}),
        })),
        { key: nobody, name: "Nobody", isChosen: view.assigned === null },
      ]}
      onPick={(key) => onPick(people.find(({ id }) => id === key) ?? null)}
    />
  );
}
