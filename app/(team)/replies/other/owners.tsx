"use client";

import { initialsOf } from "../../contacts/initials";
import classes from "./placing.module.css";
import type { PossibleOwner } from "./use-placing";

type Props = { owners: PossibleOwner[]; chosen: string | null; choose: (contactId: string) => void };

/** Whom a message may come from, each with what speaks for it. */
export function Owners({ owners, chosen, choose }: Props) {
  if (owners.length === 0) return null;
  return (
    <div className={classes.owners} role="radiogroup" aria-label="It belongs to">
      {owners.map(({ contactId, name, company, because }, index) => (
        // biome-ignore lint/a11y/useSemanticElements: the row as a whole is pressed, and holds more than a label may.
        <button
          key={contactId}
          type="button"
          role="radio"
          aria-checked={contactId === chosen}
          className={classes.owner}
          onClick={() => choose(contactId)}
        >
          <kbd>{index + 1}</kbd>
          <span className={classes.face} aria-hidden>
            {initialsOf(name)}
          </span>
          <span className={classes.ownerWords}>
            <span className={classes.ownerCompany}>
              <strong className={classes.ownerName}>{name}</strong> {company}
            </span>
            <small className={classes.because}>{because.length > 0 ? sayBecause(because) : "chosen by you"}</small>
          </span>
          {index === 0 && because.length > 0 && owners.length > 1 && <em>most likely</em>}
        </button>
      ))}
    </div>
  );
}

/** "same domain, and the text names them". */
function sayBecause(because: string[]): string {
  const said = because
    .join(", ")
    .replace("the text names them, the text names their company", "the text names them and their company");
  const parts = said.split(", ");
  return parts.length === 1 ? said : `${parts.slice(0, -1).join(", ")}, and ${parts.at(-1)}`;
}
