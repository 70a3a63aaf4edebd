"use client";

import { Button, Modal } from "@mantine/core";
import { useAct } from "@/app/ui/act/use-act";
import { Problem } from "@/app/ui/problem/problem";
import { toast } from "@/app/ui/toast/toast";
import { sayCount } from "@/app/ui/words/count-words";
import classes from "../settings.module.css";
import { removeMemberAction } from "./actions";
import type { PersonView } from "./role-words";

/** The sign-ins that end do not come back, so it asks, with what ends and what stays. */
export function RemovePerson({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const { act, busy, problem } = useAct();
  const remove = () =>
    act(
      () => removeMemberAction({ memberId: person.id }),
      () => {
        onClose();
        toast(`${person.name} is removed from the team.`, { detail: "An administrator can let them in again, here." });
      },
    );
  return (
    <Modal opened onClose={onClose} title={`Remove ${person.name} from the team`} withCloseButton={false} radius={14} centered>
      <p>{whatEnds(person)}</p>
      <p>{whatStays(person)}</p>
      <Problem className={classes.problem}>{problem}</Problem>
      <div className={classes.acts}>
        <Button variant="default" data-autofocus onClick={onClose}>
          Keep in the team
        </Button>
        <Button variant="outline" color="var(--stop)" loading={busy} onClick={remove}>
          Remove {person.name}
        </Button>
      </div>
    </Modal>
  );
}

function whatEnds({ name, sessions }: PersonView): string {
  if (sessions.length === 0) return `${name} is signed in nowhere, and will see nothing of the team.`;
  const ends = sessions.length === 1 ? "1 open session ends" : `${sessions.length} open sessions end`;
  return `${ends} at once, and ${name} sees nothing of the team from then on. To come back they are let in again, and sign in.`;
}

function whatStays({ mailboxes, threads }: PersonView): string {
  const goOn =
    mailboxes > 0
      ? ` ${sayCount(mailboxes, "mailbox", "mailboxes")} they connected ${mailboxes === 1 ? "stays" : "stay"} connected.`
      : "";
  const theirs =
    threads > 0
      ? ` ${sayCount(threads, "thread", "threads")} in Replies ${threads === 1 ? "stays" : "stay"} assigned to them until somebody else takes ${threads === 1 ? "it" : "them"}.`
      : "";
  return `What they wrote and signed stays as it is.${goOn}${theirs}`;
}
