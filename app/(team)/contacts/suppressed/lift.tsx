"use client";

import { Button, Group, Modal, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
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
  const [reason, setReason] = useState("");
  const wish = isWish((seen ?? of).reason);
  const close = () => setSeen(null);
  const lift = (entry: Liftable) =>
    act(
      () => liftEntryAction({ suppressionId: entry.id, was: entry.reason, reason }),
      () => {
        close();
        setReason("");
        toast(`${entry.entry} is lifted.`, { detail: "Campaigns that ended stay ended." });
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
      <Modal opened={seen !== null} onClose={close} title={`Lift ${(seen ?? of).entry}?`} radius={14} centered>
        <Stack gap={12}>
          <p style={{ margin: 0 }}>{consequence}</p>
          <Textarea
            label={wish ? "When and how did they ask for mail again?" : "Why"}
            description={
              wish
                ? "They said no themselves. Without their own word they must not be mailed; what you write stays in the record, with your name."
                : "It stays in the record, with your name."
            }
            value={reason}
            maxLength={300}
            autosize
            minRows={2}
            data-autofocus
            error={problem}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap={8}>
            <Button variant="default" onClick={close}>
              Leave it
            </Button>
            <Button
              color="var(--ink)"
              c="var(--on-primary)"
              loading={busy}
              disabled={reason.trim().length < 3}
              onClick={() => seen && lift(seen)}
            >
              Lift it
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
