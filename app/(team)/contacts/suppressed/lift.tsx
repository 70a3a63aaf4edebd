"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { useDialog } from "@/app/ui/loading/use-later";
import { toast } from "@/app/ui/toast/toast";
import type { ListedEntry } from "@/lib/suppressions/entries/read-entries";
import { liftEntryAction } from "./actions";
import { isWish } from "./is-wish";

const load = async () => (await import("@/app/ui/act/ask-reason")).AskReason;

export type Liftable = Pick<ListedEntry, "id" | "entry" | "reason">;
type Props = { of: Liftable; consequence: string; words: string; small?: boolean };

/** Takes one entry out of the list: says whom that frees, and wants a reason. */
export function Lift({ of, consequence, words, small }: Props) {
  const { act, busy, problem } = useAct();
  const { Dialog, shown, open, close, button } = useDialog(load);
  const [seen, setSeen] = useState(of);
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
        {...button}
        onClick={() => {
          setSeen(of);
          open();
        }}
      >
        {words}
      </Button>
      {Dialog && (
        <Dialog
          opened={shown}
          onClose={close}
          title={`Lift ${seen.entry}?`}
          consequence={consequence}
          {...(isWish(seen.reason) ? askedAgain : {})}
          leave="Leave it"
          act="Lift it"
          busy={busy}
          problem={problem}
          onAct={(reason) => lift(seen, reason)}
        />
      )}
    </>
  );
}

const askedAgain = {
  label: "When and how did they ask for mail again?",
  description:
    "They said no themselves. Without their own word they must not be mailed; what you write stays in the record, with your name.",
};
