"use client";

import { useState } from "react";
import { Problem } from "@/app/ui/problem/problem";
import { StopFor } from "../stop-for";
import classes from "./held.module.css";
import { OtherDay } from "./other-day";
import { useHold } from "./use-hold";

type Props = {
  contactId: string;
  name: string;
  day: string;
  today: string;
  /** The campaigns that are held. */
  campaigns: { campaignContactId: string; name: string }[];
};

/** What can be done about somebody who is away: another day, or no further mail. */
export function AwayActs({ contactId, name, day, today, campaigns }: Props) {
  const { change, busy, problem } = useHold(contactId);
  const [choosing, setChoosing] = useState(false);
  return (
    <div className={classes.acts}>
      <OtherDay
        opened={choosing}
        setOpened={setChoosing}
        day={day}
        least={today}
        busy={busy}
        problem={problem}
        keep={(chosen) => change({ as: "back", day: chosen }, `${name} is left alone until then.`, () => setChoosing(false))}
      />
      {campaigns.map((one) => (
        <StopFor
          key={one.campaignContactId}
          campaignContactId={one.campaignContactId}
          name={name}
          campaign={one.name}
          named={campaigns.length > 1}
        />
      ))}
      {!choosing && <Problem>{problem}</Problem>}
    </div>
  );
}
