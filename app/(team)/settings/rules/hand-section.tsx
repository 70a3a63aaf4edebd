"use client";

import { useAct } from "@/app/ui/act/use-act";
import { LaterPick } from "@/app/ui/loading/later-pick";
import { useDialog } from "@/app/ui/loading/use-later";
import { Problem } from "@/app/ui/problem/problem";
import settings from "../settings.module.css";
import { changeHandFooterAction } from "./hand-actions";
import classes from "./rules.module.css";

const loadAsk = async () => (await import("./ask-first")).AskFirst;

const choices = [
  { value: "carries", label: "Carries both", said: "carries", about: "as mails of campaigns do" },
  {
    value: "without",
    label: "Carries neither",
    said: "does not carry",
    about: "and mail programs show no button to unsubscribe",
  },
] as const;

/** Whether what is written by hand carries unsubscribe line and postal address; leaving them out is asked about. */
export function HandSection({ footer, manages }: { footer: boolean; manages: boolean }) {
  const { act, busy, problem } = useAct();
  const { Dialog, shown, open, close } = useDialog(loadAsk);
  const change = (carries: boolean) => act(() => changeHandFooterAction({ carries }), close);
  return (
    <section id="by-hand" className={classes.section} aria-labelledby="by-hand-head">
      <h2 id="by-hand-head">What is written by hand</h2>
      <p className={classes.about}>
        A mail that advertises must say how to hear no more, and in the United States where its sender is, however few it goes to.
        An answer in a thread where its reader wrote last carries neither. Whoever said no is not written to, with the line or
        without it.
      </p>
      <p className={settings.sentence}>
        {"What is written by hand "}
        <LaterPick
          name="What is written by hand"
          value={footer ? "carries" : "without"}
          choices={choices}
          disabled={!manages || busy}
          onPick={(value) => (value === "carries" ? change(true) : open())}
        />
        {" the line to unsubscribe and the postal address."}
      </p>
      {!manages && <p className={classes.state}>An administrator of your team can change it.</p>}
      <Problem>{shown ? null : problem}</Problem>
      {Dialog && (
        <Dialog
          opened={shown}
          onClose={close}
          title="Leave both out by hand?"
          leave="Keep both"
          act="Leave both out"
          busy={busy}
          problem={problem}
          onAct={() => change(false)}
        >
          Mails that your team writes by hand then say neither how to unsubscribe nor where you are. Where such a mail advertises,
          that is against the law in most countries. Mails that are signed leave as they were signed, campaigns carry both as
          ever, and the record keeps that you chose this.
        </Dialog>
      )}
    </section>
  );
}
