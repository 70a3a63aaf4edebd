"use client";

import { LaterItems } from "@/app/ui/loading/later-items";
import { Problem } from "@/app/ui/problem/problem";
import { choice } from "./choice";
import classes from "./held.module.css";
import { useHold } from "./use-hold";

type Props = { contactId: string; name: string };

/** A person read the answer otherwise than the machine did; each with its way back. Another day stands on a button of its own. */
export function ReadDifferently({ contactId, name }: Props) {
  const { change, busy, problem } = useHold(contactId);
  return (
    <>
      <LaterItems
        items={[
          choice("It was a reply", "It counts, and stops the campaign for them", () =>
            change({ as: "reply" }, `It counts as ${name}’s reply.`),
          ),
          choice("They have left", "Every campaign ends for them", () =>
            change({ as: "left" }, `Every campaign has ended for ${name}.`),
          ),
          choice("They are there", "Mail goes on as if nothing had come", () =>
            change({ as: "released" }, `Mail to ${name} goes on.`),
          ),
        ]}
      >
        <button type="button" className={classes.link} disabled={busy} aria-busy={busy}>
          Read it differently
        </button>
      </LaterItems>
      <Problem>{problem}</Problem>
    </>
  );
}
