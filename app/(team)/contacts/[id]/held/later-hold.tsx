import { IconCalendarTime } from "@tabler/icons-react";
import { Moment } from "@/app/ui/words/moment";
import type { ContactHold } from "@/lib/campaigns/hold/read-hold";
import { StopFor } from "../stop-for";
import { Card } from "./card";
import { DecideActs } from "./decide-acts";
import classes from "./held.module.css";
import { NextOf } from "./next-of";
import { OpenAnswer } from "./open-answer";
import { Quoted } from "./quoted";

type Props = { holds: ContactHold[]; contactId: string; name: string; timezone: string; now: Date; mayStop: boolean };

/** They answered that they want to be asked later, and somebody of the team let the campaign go on then. */
export function LaterHold({ holds, contactId, name, timezone, now, mayStop }: Props) {
  const [first] = holds;
  if (!first?.until) return null;
  const { message, madeBy } = first;
  const said = message?.wishSentence ?? message?.snippet;
  return (
    <Card
      icon={<IconCalendarTime size={24} stroke={1.6} aria-hidden />}
      title={
        <>
          Asked for later, goes on <Moment at={first.until} timeZone={timezone} now={now} />
        </>
      }
      lines={holds.map((hold) => <NextOf key={hold.holdId} hold={hold} timezone={timezone} now={now} />)}
      acts={
        mayStop && (
          <>
            <DecideActs
              contactId={contactId}
              acts={[{ words: "Go on now", change: { as: "released" }, said: `Mail to ${name} goes on.` }]}
            />
            {holds.map((hold) => (
              <StopFor
                key={hold.holdId}
                campaignContactId={hold.campaignContactId}
                name={name}
                campaign={hold.campaignName}
                named={holds.length > 1}
              />
            ))}
          </>
        )
      }
    >
      {message && said?.trim() && (
        <>
          <Quoted text={said} />
          <div className={classes.foot}>
            <p>
              Their answer of <Moment at={message.receivedAt} timeZone={timezone} now={now} />.
              {madeBy ? ` ${madeBy} chose the day.` : ""}
            </p>
            <OpenAnswer messageId={message.id} snippet={message.snippet} />
          </div>
        </>
      )}
    </Card>
  );
}
