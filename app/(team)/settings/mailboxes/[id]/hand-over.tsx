"use client";

import { Button, Checkbox, Modal, Radio } from "@mantine/core";
import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { Problem } from "@/app/ui/problem/problem";
import { sayCount } from "@/app/ui/words/count-words";
import type { HandOver as Numbers } from "@/lib/sending/hand-over/read-hand-over";
import { handOverMailboxAction } from "../actions";
import { short } from "./describe-mailbox";
import classes from "./health.module.css";

/** `isGuarded`: it is paused by its guard rail, and its inbox is read. */
type Props = { mailbox: { id: string; email: string }; numbers: Numbers; isGuarded?: boolean };

/** Lets another mailbox send what this one has not sent yet, after saying what that means, in numbers. */
export function HandOver({ mailbox, numbers, isGuarded = false }: Props) {
  const { people, signed, threads, staying, targets } = numbers;
  const { act, busy, problem } = useAct();
  const [open, setOpen] = useState(false);
  const [to, setTo] = useState(targets[0]?.id ?? "");
  const [withThreads, setWithThreads] = useState(false);
  const target = targets.find(({ id }) => id === to) ?? targets[0];
  const count = people + (withThreads ? threads : 0);
  const all = people > 0 ? people : threads;
  if (!target) return null;
  const run = () =>
    act(
      () => handOverMailboxAction({ senderAccountId: mailbox.id, to: target.id, withThreads }),
      () => setOpen(false),
    );
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        Hand over {all.toLocaleString("en")}
      </Button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={`Let another mailbox write for ${short(mailbox.email)}`}
        withCloseButton={false}
      >
        {targets.length > 1 && (
          <Radio.Group value={target.id} onChange={setTo} label="From which mailbox" className={classes.choice}>
            {targets.map(({ id, email }) => (
              <Radio key={id} value={id} label={email} />
            ))}
          </Radio.Group>
        )}
        <ul className={classes.outcome}>
          <li>
            {people === 0
              ? "No first mail waits."
              : `${sayCount(people, "first mail", "first mails")} not yet sent ${people === 1 ? "goes" : "go"} from ${target.email}.`}
          </li>
          {signed > 0 && (
            <li>
              {signed === people
                ? people === 1
                  ? "It is signed"
                  : "All of them are signed"
                : `${signed.toLocaleString("en")} of them ${signed === 1 ? "is" : "are"} signed`}
              : the mailbox is signed too, so{" "}
              {signed === 1 ? "that seal becomes void and waits" : "these seals become void and wait"} in Review.
            </li>
          )}
          {threads > 0 && !withThreads && (
            <li>
              {sayCount(threads, "person", "people")} in mid-sequence {threads === 1 ? "stays" : "stay"} with{" "}
              {short(mailbox.email)} and {threads === 1 ? "waits" : "wait"} for it.
            </li>
          )}
          {staying > 0 && (
            <li>
              {sayCount(staying, "mail", "mails")} on the way or in Outlook’s Drafts {staying === 1 ? "stays" : "stay"} as{" "}
              {staying === 1 ? "it is" : "they are"}.
            </li>
          )}
          {isGuarded && (
            <li>
              {short(mailbox.email)} is paused by its guard rail. What its list met, {short(target.email)} meets then, and may
              pause for it.
            </li>
          )}
        </ul>
        {threads > 0 && (
          <Checkbox
            className={classes.choice}
            checked={withThreads}
            onChange={(event) => setWithThreads(event.currentTarget.checked)}
            label={`Let ${threads === 1 ? "the one" : `the ${threads.toLocaleString("en")}`} in mid-sequence go on too, in a thread of their own`}
            description={
              isGuarded ? undefined : `What they answer to ${short(mailbox.email)} is not seen as long as it cannot be read.`
            }
          />
        )}
        <Problem>{problem}</Problem>
        <div className={classes.dialogActs}>
          <Button variant="default" data-autofocus onClick={() => setOpen(false)}>
            Leave them with {short(mailbox.email)}
          </Button>
          <Button color="var(--ink)" c="var(--on-primary)" loading={busy} disabled={count === 0} onClick={run}>
            Hand over {count.toLocaleString("en")}
          </Button>
        </div>
      </Modal>
    </>
  );
}
