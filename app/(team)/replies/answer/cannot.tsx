"use client";

import { IconBan } from "@tabler/icons-react";
import Link from "next/link";
import { sayDay } from "@/app/ui/words/clock";
import type { ThreadView } from "@/lib/answers/thread-view";
import { firstNameOf } from "../name-them";
import { useAids } from "./aids/use-aids";
import classes from "./answer.module.css";

type Props = { view: ThreadView; mayAnswer: boolean; timezone: string };

/** Why nothing can be answered here, and who can change that. */
export function Cannot({ view, mayAnswer, timezone }: Props) {
  const { aids } = useAids(view.id, mayAnswer && view.suppressed !== null);
  const { suppressed, contact } = view;
  const who = firstNameOf(contact);
  const page = `/contacts/${contact.id}`;
  if (!mayAnswer) return <p className={classes.cannot}>You read along: members of the team answer.</p>;
  const begun = view.answer?.state === "draft" && view.answer.body !== "" && <> What you have written is kept.</>;
  if (suppressed) {
    return (
      <p className={classes.cannot}>
        <IconBan size={18} stroke={1.7} aria-hidden />
        <span>
          <strong>
            {who} {whyOf[suppressed.reason]} on {sayDay(new Date(suppressed.since), new Date(), timezone)}.
          </strong>{" "}
          So no mail goes to them, an answer neither.{begun}{" "}
          {aids?.mayLift ? (
            <>
              <Link href={page}>Lift it on their page</Link>, with a reason.
            </>
          ) : (
            <>
              An administrator can lift it <Link href={page}>on their page</Link>.
            </>
          )}
        </span>
      </p>
    );
  }
  return (
    <p className={classes.cannot}>
      <IconBan size={18} stroke={1.7} aria-hidden />
      <span>
        <strong>{who} is archived.</strong> So nothing is written to them.{begun}{" "}
        <Link href={page}>Bring them back on their page</Link> to answer.
      </span>
    </p>
  );
}

const whyOf: Record<NonNullable<ThreadView["suppressed"]>["reason"], string> = {
  unsubscribed: "unsubscribed",
  complained: "complained of our mail",
  "asked in a reply": "asked not to be mailed",
  "by hand": "was suppressed by hand",
  bounced: "was suppressed, as their address is dead,",
};
