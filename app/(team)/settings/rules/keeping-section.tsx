"use client";

import { Button, Group, Modal, Stack } from "@mantine/core";
import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { PickValue } from "@/app/ui/fields/pick-value";
import { Problem } from "@/app/ui/problem/problem";
import { sayCount } from "@/app/ui/words/count-words";
import type { Keeping } from "@/lib/received/kept/read-keeping";
import settings from "../settings.module.css";
import { changeKeepingAction } from "./keeping-actions";
import classes from "./rules.module.css";

const choices = [
  {
    value: "not",
    label: "Not kept",
    said: "are not kept",
    about: "their first words alone, and the rest is read from its mailbox",
  },
  { value: "kept", label: "Kept whole", said: "are kept whole", about: "without what could do harm, and encrypted" },
] as const;

/** Whether received letters are kept here; leaving off deletes those that are, and is asked about. */
export function KeepingSection({ keeping, manages }: { keeping: Keeping; manages: boolean }) {
  const { act, busy, problem } = useAct();
  const [asking, setAsking] = useState(false);
  const { keeps, kept } = keeping;
  const change = (to: boolean) =>
    act(
      () => changeKeepingAction({ keeps: to }),
      () => setAsking(false),
    );
  const letters = sayCount(kept, "letter", "letters");
  return (
    <section id="received" className={classes.section} aria-labelledby="received-head">
      <h2 id="received-head">Received letters</h2>
      <p className={classes.about}>
        Of what people answer, Countersign keeps who wrote, when, the subject, the first 500 letters of the text and what it was
        understood as. All of it is read from the mailbox when somebody opens it, and cannot be read while that mailbox is
        disconnected. Kept whole, it can: the text as it is shown and the names of what is attached, never the files, encrypted
        like sign-ins to mailboxes.
      </p>
      <p className={settings.sentence}>
        {"Received letters "}
        <PickValue
          name="Received letters"
          value={keeps ? "kept" : "not"}
          choices={choices}
          disabled={!manages || busy}
          onPick={(value) => (value === "kept" ? change(true) : kept > 0 ? setAsking(true) : change(false))}
        />
        {keeps ? `, ${kept === 0 ? "none yet" : `${letters} so far`}.` : "."}
      </p>
      {!manages && <p className={classes.state}>An administrator of your team can change it.</p>}
      <Problem>{asking ? null : problem}</Problem>
      <Modal opened={asking} onClose={() => setAsking(false)} title={`Delete ${letters}?`} radius={14} centered>
        <Stack gap={12}>
          <p style={{ margin: 0 }}>
            {kept === 1 ? "The one that is kept is" : `All ${letters} that are kept are`} deleted here at once and for good. In
            their mailboxes they stay, and are read from there as long as these are connected. First words, labels and what each
            answer stopped stay here.
          </p>
          <Problem>{problem}</Problem>
          <Group justify="flex-end" gap={8}>
            <Button variant="default" data-autofocus onClick={() => setAsking(false)}>
              Go on keeping
            </Button>
            <Button variant="outline" color="var(--stop)" loading={busy} onClick={() => change(false)}>
              Delete {letters}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </section>
  );
}
