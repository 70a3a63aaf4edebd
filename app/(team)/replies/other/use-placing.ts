"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { toast } from "@/app/ui/toast/toast";
import type { ActionResult } from "@/lib/actions/create-action";
import type { FoundContact } from "@/lib/contacts/find-contacts";
import type { Foreseen } from "@/lib/replies/unplaced/foresee-placing";
import type { OpenedMail, OwnerGuess } from "@/lib/replies/unplaced/open-other-mail";
import type { Placed } from "@/lib/replies/unplaced/place-message";
import { foreseePlacingAction, hideMessageAction, placeAsNewAction, placeMessageAction, showMessageAction } from "./actions";

export type PossibleOwner = OwnerGuess;

/** Whose a message may be, who is chosen, and what is done about it. */
export function usePlacing(mail: OpenedMail, guessed: Foreseen[], next: string) {
  const { act, busy, problem } = useAct();
  const router = useRouter();
  const [picked, setPicked] = useState<{ owner: PossibleOwner; foreseen: Foreseen } | null>(null);
  const [choice, setChoice] = useState<string | null>(mail.guesses[0]?.contactId ?? null);
  const owners = picked ? [...mail.guesses, picked.owner] : mail.guesses;
  const known = picked ? [...guessed, picked.foreseen] : guessed;
  const chosen = known.find((one) => one.contactId === choice) ?? null;
  const goOn = () => router.replace(next, { scroll: false });

  const pick = (contact: FoundContact) => {
    const contactId = contact.id;
    if (known.some((one) => one.contactId === contactId)) return setChoice(contactId);
    act(async () => {
      const result = await foreseePlacingAction({ messageId: mail.id, contactId });
      if (result.ok) {
        const { name, company } = result.data;
        setPicked({ owner: { contactId, name, company, email: contact.email, because: [] }, foreseen: result.data });
        setChoice(contactId);
      }
      return result;
    });
  };
  const say = (placing: () => Promise<ActionResult<Placed>>) =>
    act(async () => {
      const result = await placing();
      if (result.ok) {
        const { name, threadId } = result.data;
        const open = threadId ? { href: `/replies/${threadId}`, words: "Open the thread" } : undefined;
        toast(`It is ${name}’s.`, { detail: sayPlaced(result.data), open });
        goOn();
      }
      return result;
    });
  return {
    owners,
    chosen,
    busy,
    problem,
    choose: setChoice,
    pick,
    place: () => chosen && say(() => placeMessageAction({ messageId: mail.id, contactId: chosen.contactId })),
    placeNew: (given: { firstName: string; lastName: string; company: string }) =>
      say(() => placeAsNewAction({ messageId: mail.id, ...given })),
    hide: () =>
      act(async () => {
        const result = await hideMessageAction({ messageId: mail.id });
        if (result.ok) {
          const back = () => act(() => showMessageAction({ messageId: mail.id }));
          const detail = result.data.remembered ? `${mail.fromEmail} is not listed any more.` : undefined;
          toast("Not for us.", { back, ...(detail ? { detail } : {}) });
          goOn();
        }
        return result;
      }),
  };
}

function sayPlaced({ stopped, address }: Placed): string {
  const campaigns =
    stopped === 0 ? "" : stopped === 1 ? "One campaign stopped for them. " : `${stopped} campaigns stopped for them. `;
  return `${campaigns}${address.is === "second" ? "What comes from this address is theirs from now on." : ""}`.trim();
}
