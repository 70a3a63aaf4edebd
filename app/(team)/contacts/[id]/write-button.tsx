"use client";

import { Button } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import Link from "next/link";
import { writeTo } from "@/app/ui/words/write-to";

type Props = { contactId: string; name: string; suppressed: boolean; mayLift: boolean };

/** Writes to this person by hand. Who is suppressed cannot be written to: the card on the page says why, the button beside this lifts it. */
export function WriteButton({ contactId, name, suppressed, mayLift }: Props) {
  const look = {
    variant: "default",
    h: 36,
    px: 14,
    leftSection: <IconPencil size={18} stroke={1.7} aria-hidden />,
    "data-write": contactId,
  } as const;
  if (suppressed) {
    const way = mayLift ? "Lift the suppression first." : "An administrator of your team can lift it.";
    return (
      <Button {...look} disabled title={`${name} is suppressed and gets no mail. ${way}`}>
        Write
      </Button>
    );
  }
  return (
    <Button {...look} component={Link} href={writeTo([contactId], `/contacts/${contactId}`)} prefetch={false}>
      Write <kbd>W</kbd>
    </Button>
  );
}
