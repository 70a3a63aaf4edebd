"use client";

import { Menu } from "@mantine/core";
import { Problem } from "@/app/ui/problem/problem";
import classes from "./held.module.css";
import { useHold } from "./use-hold";

type Props = { contactId: string; name: string };

/** A person read the answer otherwise than the machine did; each with its way back. Another day stands on a button of its own. */
export function ReadDifferently({ contactId, name }: Props) {
  const { change, busy, problem } = useHold(contactId);
  return (
    <>
      <Menu position="bottom-end" radius={12} shadow="lg" withinPortal>
        <Menu.Target>
          <button type="button" className={classes.link} disabled={busy} aria-busy={busy}>
            Read it differently
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Choice
            what="It was a reply"
            about="It counts, and stops the campaign for them"
            onClick={() => change({ as: "reply" }, `It counts as ${name}’s reply.`)}
          />
          <Choice
            what="They have left"
            about="Every campaign ends for them"
            onClick={() => change({ as: "left" }, `Every campaign has ended for ${name}.`)}
          />
          <Choice
            what="They are there"
            about="Mail goes on as if nothing had come"
            onClick={() => change({ as: "released" }, `Mail to ${name} goes on.`)}
          />
        </Menu.Dropdown>
      </Menu>
      <Problem>{problem}</Problem>
    </>
  );
}

function Choice({ what, about, onClick }: { what: string; about: string; onClick: () => void }) {
  return (
    <Menu.Item onClick={onClick}>
      <span className={classes.choice}>{what}</span>
      <span className={classes.about}>{about}</span>
    </Menu.Item>
  );
}
