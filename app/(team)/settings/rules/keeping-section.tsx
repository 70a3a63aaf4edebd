"use client";

import { useAct } from "@/app/ui/act/use-act";
import { LaterPick } from "@/app/ui/loading/later-pick";
import { useDialog } from "@/app/ui/loading/use-later";
import { Problem } from "@/app/ui/problem/problem";
import { sayCount } from "@/app/ui/words/count-words";
import type { Keeping } from "@/lib/received/kept/read-keeping";
import settings from "../settings.module.css";
import { changeKeepingAction } from "./keeping-actions";
import classes from "./rules.module.css";

const loadAsk = async () => (await import("./ask-first")).AskFirst;

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
  const { Dialog, shown, open, close } = useDialog(loadAsk);
  const { keeps, kept } = keeping;
  const change = (to: boolean) => act(() => changeKeepingAction({ keeps: to }), close);
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
        <LaterPick
          name="Received letters"
          value={keeps ? "kept" : "not"}
          choices={choices}
          disabled={!manages || busy}
          onPick={(value) => (value === "kept" ? change(true) : kept > 0 ? open() : change(false))}
        />
        {keeps ? `, ${kept === 0 ? "none yet" : `${letters} so far`}.` : "."}
      </p>
      {!manages && <p className={classes.state}>An administrator of your team can change it.</p>}
      <Problem>{shown ? null : problem}</Problem>
      {Dialog && (
        <Dialog
          opened={shown}
          onClose={close}
          title={`Delete ${letters}?`}
          leave="Go on keeping"
          act={`Delete ${letters}`}
          busy={busy}
          problem={problem}
          onAct={() => change(false)}
        >
          {kept === 1 ? "The one that is kept is" : `All ${letters} that are kept are`} deleted here at once and for good. In
          their mailboxes they stay, and are read from there as long as these are connected. First words, labels and what each
          answer stopped stay here.
        </Dialog>
      )}
    </section>
  );
}
