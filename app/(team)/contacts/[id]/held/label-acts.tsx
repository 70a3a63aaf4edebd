"use client";

import { Button, Menu } from "@mantine/core";
import { useAct } from "@/app/ui/act/use-act";
import { Problem } from "@/app/ui/problem/problem";
import { toast } from "@/app/ui/toast/toast";
import type { ProposedLabel } from "@/lib/replies/effects/read-proposals";
import { decideWishAction } from "./actions";
import classes from "./held.module.css";

type Props = { messageId: string; wish: ProposedLabel["wish"]; name: string };

/** What a person makes of a proposed label. */
export function LabelActs({ messageId, wish, name }: Props) {
  const { act, busy, problem } = useAct();
  const decide = (as: ProposedLabel["wish"] | "remove" | null, said: string) =>
    act(
      () => decideWishAction({ messageId, wish: as }),
      () => toast(said),
    );
  return (
    <>
      {wish === "left" ? (
        <Button
          variant="default"
          h={36}
          px={14}
          disabled={busy}
          aria-busy={busy}
          onClick={() => decide("left", `Every campaign has ended for ${name}.`)}
        >
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
      <Menu position="bottom-end" radius={12} shadow="lg" withinPortal>
        <Menu.Target>
          <Button variant="default" h={36} px={14} disabled={busy} aria-busy={busy}>
            Something else
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => decide(null, "The label is gone.")}>
            <span className={classes.choice}>Nothing of the kind</span>
            <span className={classes.about}>The label goes, the answer stays</span>
          </Menu.Item>
          {wish !== "left" && (
            <Menu.Item onClick={() => decide("left", `Every campaign has ended for ${name}.`)}>
              <span className={classes.choice}>They have left the company</span>
              <span className={classes.about}>Every campaign ends for them</span>
            </Menu.Item>
          )}
          <Menu.Item onClick={() => decide("remove", `${name} gets no more mail.`)}>
            <span className={classes.choice}>They want no more mail</span>
            <span className={classes.about}>Suppressed; only an administrator can lift it</span>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Problem>{problem}</Problem>
    </>
  );
}
