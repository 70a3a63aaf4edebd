"use client";

import { Button } from "@mantine/core";
import { suppressContactAction } from "@/app/(team)/contacts/suppressed/actions";
import { useTakeBack } from "@/app/(team)/contacts/suppressed/use-take-back";
import { Problem } from "@/app/ui/problem/problem";
import { sayCount } from "@/app/ui/words/count-words";
import type { ThreadView } from "@/lib/answers/thread-view";
import { firstNameOf } from "../name-them";
import classes from "./labels.module.css";
import { type Changed, useLabel } from "./use-label";

type Props = { view: ThreadView; onChanged: Changed; close: () => void };

/** The step that may follow somebody who is not interested, with what it amounts to; nothing of it happens by the label. */
export function Suppress({ view, onChanged, close }: Props) {
  const { run, busy, problem } = useLabel(view, onChanged);
  const say = useTakeBack();
  const called = firstNameOf(view.contact);
  const suppress = () =>
    run(async () => {
      const result = await suppressContactAction({ contactId: view.contact.id });
      if (!result.ok) return result;
      const { was, ended, entryIds } = result.data;
      const stopped = ended === 0 ? "" : `${sayCount(ended, "campaign", "campaigns")} stopped.`;
      say(was ?? `${called} gets no more mail.`, stopped, entryIds, view.contact.id);
      return result;
    }, close);
  return (
    <>
      <h2>Suppress {called}?</h2>
      <p className={classes.amounts}>
        {called} gets no more mail from anybody of your team, by hand or by a campaign, and is not answered either. Only an
        administrator can lift it.
      </p>
      <div className={classes.acts}>
        <Button variant="default" h={36} data-autofocus onClick={close}>
          Keep mailing
        </Button>
        <Button variant="outline" color="var(--stop)" h={36} loading={busy} onClick={suppress}>
          Suppress
        </Button>
      </div>
      <Problem>{problem}</Problem>
    </>
  );
}
