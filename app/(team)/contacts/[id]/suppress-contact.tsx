"use client";

import { Button, Group, Modal, Stack, Textarea } from "@mantine/core";
import { IconBan } from "@tabler/icons-react";
import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { toast } from "@/app/ui/toast/toast";
import { sayClock, sayDay } from "@/app/ui/words/clock";
import { sayCount } from "@/app/ui/words/count-words";
import type { ContactView } from "@/lib/contacts/open-contact";
import type { SuppressionSource } from "@/lib/suppressions/read-source";
import { liftSuppressionAction, suppressContactAction } from "../suppressed/actions";
import { isWish } from "../suppressed/is-wish";
import { Lift } from "../suppressed/lift";
import { useTakeBack } from "../suppressed/use-take-back";
import { nameSuppression } from "./name-suppression";

type Suppressed = NonNullable<ContactView["suppressed"]>;
type Props = {
  contactId: string;
  name: string;
  suppressed: Suppressed | null;
  /** The domain or wildcard that stops them together with others: it is lifted for all. */
  shared: SuppressionSource["entry"];
  timezone: string;
  open: number;
  maySuppress: boolean;
  mayLift: boolean;
};

/** Suppressing says what it ends and asks; lifting says what it lifts, and needs an administrator and a reason. */
export function SuppressContact({ contactId, name, suppressed: current, shared, timezone, open, maySuppress, mayLift }: Props) {
  const { act, busy, problem } = useAct();
  const say = useTakeBack();
  const [asking, setAsking] = useState<{ suppressed: Suppressed | null } | null>(null);
  const [reason, setReason] = useState("");
  // The open dialog acts on what it showed, whatever becomes of the page behind it; after a refusal it shows anew.
  const suppressed = asking && (!problem || !current) ? asking.suppressed : current;
  if (!asking && (suppressed ? !mayLift : !maySuppress)) return null;
  if (!asking && current && shared)
    return (
      <Lift
        of={{ id: current.id, entry: shared.text, reason: current.reason }}
        words="Lift the suppression"
        consequence={`${name} is stopped by the ${shared.kind} ${shared.text}, and so ${shared.people === 1 ? "is nobody else yet" : `are ${sayCount(shared.people - 1, "other contact", "other contacts")}`}. Lifting it frees all of them, unless something else stops them.`}
      />
    );
  const since = (at: Date) => `${sayDay(at, new Date(), timezone)} ${sayClock(at, timezone)}`;
  const close = () => setAsking(null);
  const done = (said: string) => {
    close();
    setReason("");
    toast(said);
  };
  const lift = ({ id, reason: was }: Suppressed) =>
    act(async () => {
      const result = await liftSuppressionAction({ contactId, suppressionId: id, was, reason });
      if (!result.ok) return result;
      const { remains } = result.data;
      done(
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
        onClick={() => setAsking({ suppressed: current })}
      >
        {suppressed ? "Lift the suppression" : "Suppress"}
      </Button>
      <Modal
        opened={asking !== null}
        onClose={close}
        title={suppressed ? `Mail ${name} again?` : `Suppress ${name}?`}
        radius={14}
        centered
      >
        <Stack gap={12}>
          {suppressed ? (
            <Textarea
              label={isWish(suppressed.reason) ? "When and how did they ask for mail again?" : "Why"}
              description={`${nameSuppression(suppressed.reason)}, ${since(suppressed.since)}. Why it is lifted stays in the record, with your name.`}
              value={reason}
              maxLength={300}
              autosize
              minRows={2}
              data-autofocus
              error={problem}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          ) : (
            <p style={{ margin: 0 }}>
              {name} gets no more mail from your team.{" "}
              {open === 0
                ? "No campaign is open for this person."
                : open === 1
                  ? "One campaign ends for this person."
                  : `${open} campaigns end for this person.`}{" "}
              What is written to them by hand does not leave either. Only an administrator can lift it.
              {problem && <span role="alert"> {problem}</span>}
            </p>
          )}
          <Group justify="flex-end" gap={8}>
            <Button variant="default" data-autofocus={!suppressed || undefined} onClick={close}>
              {suppressed ? "Leave it" : "Keep mailing"}
            </Button>
            <Button
              variant={suppressed ? "filled" : "outline"}
              color={suppressed ? "var(--ink)" : "var(--stop)"}
              {...(suppressed ? { c: "var(--on-primary)" } : {})}
              loading={busy}
              disabled={suppressed !== null && reason.trim().length < 3}
              onClick={() => (suppressed ? lift(suppressed) : suppress())}
            >
              {suppressed ? "Lift it" : "Suppress this address"}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
