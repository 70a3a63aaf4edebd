"use client";

import { Button, Modal } from "@mantine/core";
import Link from "next/link";
import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { Problem } from "@/app/ui/problem/problem";
import { letGoOnAction } from "../../actions";
import { short } from "../describe-mailbox";
import classes from "../health.module.css";

type Props = {
  guardId: string;
  email: string;
  /** What happened, what it would do, and the page of the list to look at first. */
  happened: string[];
  outcome: string[];
  look: string | null;
};

/** Lets a mailbox go on that its guard rail paused, after saying in numbers why it did and what follows. */
export function LetGoOn({ guardId, email, happened, outcome, look }: Props) {
  const { act, busy, problem } = useAct();
  const [open, setOpen] = useState(false);
  const run = () =>
    act(
      () => letGoOnAction({ guardId }),
      () => setOpen(false),
    );
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        Let it go on
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title={`Let ${email} go on`} withCloseButton={false}>
        <ul className={classes.outcome}>
          {happened.map((line, index) => (
            <li key={line}>
              {line}{" "}
              {index === happened.length - 1 && look && (
                <Link href={look}>Look at {happened.length > 1 ? "it" : "them"} first</Link>
              )}
            </li>
          ))}
          {outcome.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <Problem>{problem}</Problem>
        <div className={classes.dialogActs}>
          <Button variant="default" data-autofocus onClick={() => setOpen(false)}>
            Leave {short(email)} paused
          </Button>
          <Button color="var(--ink)" c="var(--on-primary)" loading={busy} onClick={run}>
            Let it go on
          </Button>
        </div>
      </Modal>
    </>
  );
}
