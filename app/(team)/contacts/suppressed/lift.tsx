"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { AskReason } from "@/app/ui/act/ask-reason";
import { useAct } from "@/app/ui/act/use-act";
import { toast } from "@/app/ui/toast/toast";
import type { ListedEntry } from "@/lib/suppressions/entries/read-entries";
import { liftEntryAction } from "./actions";
import { isWish } from "./is-wish";

export type Liftable = Pick<ListedEntry, "id" | "entry" | "reason">;
type Props = { of: Liftable; consequence: string; words: string; small?: boolean };

/** Takes one entry out of the list: says whom that frees, and wants a reason. */
export function Lift({ of, consequence, words, small }: Props) {
  const { act, busy, problem } = useAct();
  const [seen, setSeen] = useState<Liftable | null>(null);
  const close = () => setSeen(null);
  const lift = (entry: Liftable, reason: string) =>
    act(
      () => liftEntryAction({ suppressionId: entry.id, was: entry.reason, reason }),
      () => {
        close();
        toast(`${entry.entry} is lifted.`, { detail: "Campaigns and mails by hand that ended stay ended." });
      },
    );
  return (
    <>
      <Button
        variant="default"
        h={small ? 30 : 36}
        px={small ? 10 : 14}
        aria-label={small ? `${words} ${of.entry}` : undefined}
        onClick={() => setSeen(of)}
      >
        {words}
      </Button>
      <AskReason
        opened={seen !== null}
        onClose={close}
        title={`Lift ${(seen ?? of).entry}?`}
        consequence={consequence}
        {...(isWish((seen ?? of).reason) ? askedAgain : {})}
        leave="Leave it"
        act="Lift it"
        busy={busy}
        problem={problem}
        onAct={(reason) => seen && lift(seen, reason)}
      />
    </>
  );
}

const askedAgain = {
  label: "When and how did they ask for mail again?",
  description:
    "They said no themselves. Without their own word they must not be mailed; what you write stays in the record, with your name.",
};
