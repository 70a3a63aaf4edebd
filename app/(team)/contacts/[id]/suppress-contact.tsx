"use client";

import { Button } from "@mantine/core";
import { IconBan } from "@tabler/icons-react";
import { useState } from "react";
import { useDialog } from "@/app/ui/loading/use-later";
import { sayCount } from "@/app/ui/words/count-words";
import type { SuppressionSource } from "@/lib/suppressions/read-source";
import { Lift } from "../suppressed/lift";
import type { Suppressed, Suppressing } from "./suppress-dialog";

const load = async () => (await import("./suppress-dialog")).SuppressDialog;

type Props = Suppressing & {
  suppressed: Suppressed | null;
  /** The domain or wildcard that stops them together with others: it is lifted for all. */
  shared: SuppressionSource["entry"];
  maySuppress: boolean;
  mayLift: boolean;
};

/** Suppressing says what it ends and asks; lifting says what it lifts, and needs an administrator and a reason. */
export function SuppressContact({ suppressed: current, shared, maySuppress, mayLift, ...about }: Props) {
  const { Dialog, opened, shown, close, open, button } = useDialog(load);
  const [asked, setAsked] = useState(current);
  const suppressed = opened ? asked : current;
  if (!opened && (current ? !mayLift : !maySuppress)) return null;
  if (!opened && current && shared)
    return (
      <Lift
        of={{ id: current.id, entry: shared.text, reason: current.reason }}
        words="Lift the suppression"
        consequence={`${about.name} is stopped by the ${shared.kind} ${shared.text}, and so ${shared.people === 1 ? "is nobody else yet" : `are ${sayCount(shared.people - 1, "other contact", "other contacts")}`}. Lifting it frees all of them, unless something else stops them.`}
      />
    );
  return (
    <>
      <Button
        variant="default"
        h={36}
        px={14}
        leftSection={suppressed ? null : <IconBan size={18} stroke={1.7} aria-hidden />}
        {...button}
        onClick={() => {
          setAsked(current);
          open();
        }}
      >
        {suppressed ? "Lift the suppression" : "Suppress"}
      </Button>
      {Dialog && <Dialog {...about} opened={shown} onClose={close} asked={suppressed} current={current} />}
    </>
  );
}
