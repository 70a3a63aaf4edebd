"use client";

import { Button } from "@mantine/core";
import { useAct } from "@/app/ui/act/use-act";
import { LaterItems } from "@/app/ui/loading/later-items";
import { Problem } from "@/app/ui/problem/problem";
import { toast } from "@/app/ui/toast/toast";
import type { ProposedLabel } from "@/lib/replies/effects/read-proposals";
import { decideWishAction } from "./actions";
import { choice } from "./choice";

type Props = { messageId: string; wish: ProposedLabel["wish"]; name: string };

/** What a person makes of a proposed label. */
export function LabelActs({ messageId, wish, name }: Props) {
  const { act, busy, problem } = useAct();
  const decide = (as: ProposedLabel["wish"] | "remove" | null, said: string) =>
    act(
      () => decideWishAction({ messageId, wish: as }),
      () => toast(said),
    );
  const stop = () => decide("left", `Every campaign has ended for ${name}.`);
  return (
    <>
      {wish === "left" ? (
        <Button variant="default" h={36} px={14} disabled={busy} aria-busy={busy} onClick={stop}>
          Yes, stop for {name}
        </Button>
      ) : (
        <Button
          variant="default"
          h={36}
          px={14}
          disabled={busy}
          aria-busy={busy}
          onClick={() => decide(wish, "The label is kept.")}
        >
          Keep the label
        </Button>
      )}
      <LaterItems
        items={[
          choice("Nothing of the kind", "The label goes, the answer stays", () => decide(null, "The label is gone.")),
          ...(wish === "left" ? [] : [choice("They have left the company", "Every campaign ends for them", stop)]),
          choice("They want no more mail", "Suppressed; only an administrator can lift it", () =>
            decide("remove", `${name} gets no more mail.`),
          ),
        ]}
      >
        <Button variant="default" h={36} px={14} disabled={busy} aria-busy={busy}>
          Something else
        </Button>
      </LaterItems>
      <Problem>{problem}</Problem>
    </>
  );
}
