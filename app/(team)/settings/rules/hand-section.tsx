"use client";

import { Button, Group, Modal, Stack } from "@mantine/core";
import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { PickValue } from "@/app/ui/fields/pick-value";
import { Problem } from "@/app/ui/problem/problem";
import settings from "../settings.module.css";
import { changeHandFooterAction } from "./hand-actions";
import classes from "./rules.module.css";

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
  const [asking, setAsking] = useState(false);
  const change = (carries: boolean) =>
    act(
      () => changeHandFooterAction({ carries }),
      () => setAsking(false),
    );
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
        <PickValue
          name="What is written by hand"
          value={footer ? "carries" : "without"}
          choices={choices}
          disabled={!manages || busy}
          onPick={(value) => (value === "carries" ? change(true) : setAsking(true))}
        />
        {" the line to unsubscribe and the postal address."}
      </p>
      {!manages && <p className={classes.state}>An administrator of your team can change it.</p>}
      <Problem>{asking ? null : problem}</Problem>
      <Modal opened={asking} onClose={() => setAsking(false)} title="Leave both out by hand?" radius={14} centered>
        <Stack gap={12}>
          <p style={{ margin: 0 }}>
            Mails that your team writes by hand then say neither how to unsubscribe nor where you are. Where such a mail
            advertises, that is against the law in most countries. Mails that are signed leave as they were signed, campaigns
            carry both as ever, and the record keeps that you chose this.
          </p>
          <Problem>{problem}</Problem>
          <Group justify="flex-end" gap={8}>
            <Button variant="default" data-autofocus onClick={() => setAsking(false)}>
              Keep both
            </Button>
            <Button variant="outline" color="var(--stop)" loading={busy} onClick={() => change(false)}>
              Leave both out
            </Button>
          </Group>
        </Stack>
      </Modal>
    </section>
  );
}
