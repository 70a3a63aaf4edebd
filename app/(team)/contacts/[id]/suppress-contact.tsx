"use client";

import { Button } from "@mantine/core";
import { IconBan } from "@tabler/icons-react";
import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { useDialog } from "@/app/ui/loading/use-later";
import { toast } from "@/app/ui/toast/toast";
import { sayCount } from "@/app/ui/words/count-words";
import type { SuppressionSource } from "@/lib/suppressions/read-source";
import { liftSuppressionAction, suppressContactAction } from "../suppressed/actions";
import { Lift } from "../suppressed/lift";
import { useTakeBack } from "../suppressed/use-take-back";
import type { Suppressed, Suppressing } from "./suppress-dialog";

const load = async () => (await import("./suppress-dialog")).SuppressDialog;

type Props = Suppressing & {
  contactId: string;
  suppressed: Suppressed | null;
  /** The domain or wildcard that stops them together with others: it is lifted for all. */
  shared: SuppressionSource["entry"];
  maySuppress: boolean;
  mayLift: boolean;
};

/** Suppressing says what it ends and asks; lifting says what it lifts, and needs an administrator and a reason. */
export function SuppressContact({ contactId, suppressed: current, shared, maySuppress, mayLift, ...about }: Props) {
  const { act, busy, problem } = useAct();
  const say = useTakeBack();
  const { Dialog, opened, shown, close, open, button } = useDialog(load);
  const [asked, setAsked] = useState(current);
  // The open dialog acts on what it showed, whatever becomes of the page behind it; after a refusal it shows anew.
  const suppressed = opened && (!problem || !current) ? asked : current;
  const { name } = about;
  if (!opened && (suppressed ? !mayLift : !maySuppress)) return null;
  if (!opened && current && shared)
    return (
      <Lift
        of={{ id: current.id, entry: shared.text, reason: current.reason }}
        words="Lift the suppression"
        consequence={`${name} is stopped by the ${shared.kind} ${shared.text}, and so ${shared.people === 1 ? "is nobody else yet" : `are ${sayCount(shared.people - 1, "other contact", "other contacts")}`}. Lifting it frees all of them, unless something else stops them.`}
      />
    );
  const lift = ({ id, reason: was }: Suppressed, reason: string, after: () => void) =>
    act(async () => {
      const result = await liftSuppressionAction({ contactId, suppressionId: id, was, reason });
      if (!result.ok) return result;
      const { remains } = result.data;
      close();
      after();
      toast(
        remains ? `Lifted. ${remains} still stops mail to ${name}.` : `${name} can be mailed again. What had ended stays ended.`,
      );
      return result;
    });
  const suppress = () =>
    act(async () => {
      const result = await suppressContactAction({ contactId });
      if (!result.ok) return result;
      const { was, ended, entryIds } = result.data;
      close();
      const stopped = ended === 0 ? "" : `${sayCount(ended, "campaign", "campaigns")} stopped.`;
      say(was ?? `${name} gets no more mail.`, stopped, entryIds, contactId);
      return result;
    });
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
      {Dialog && (
        <Dialog
          {...about}
          suppressed={suppressed}
          opened={shown}
          onClose={close}
          busy={busy}
          problem={problem}
          onLift={lift}
          onSuppress={suppress}
        />
      )}
    </>
  );
}
