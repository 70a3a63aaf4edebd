import { IconAlertTriangle, IconBeach, IconUserQuestion } from "@tabler/icons-react";
import { Moment } from "@/app/ui/words/moment";
import type { ContactHold } from "@/lib/campaigns/hold/read-hold";
import { toTemporal } from "@/lib/schedule/clock/to-temporal";
import { StopFor } from "../stop-for";
import { AwayActs } from "./away-acts";
import { Card } from "./card";
import { DecideActs } from "./decide-acts";
import classes from "./held.module.css";
import { LaterHold } from "./later-hold";
import { NextOf } from "./next-of";
import { OpenAnswer } from "./open-answer";
import { Quoted } from "./quoted";
import { ReadDifferently } from "./read-differently";

type Props = { holds: ContactHold[]; contactId: string; name: string; timezone: string; now: Date; mayStop: boolean };

/** Why somebody gets nothing for now and until when, the words it was read from, and how to read them otherwise: one card for each why. */
export function Held(props: Props) {
  const { holds } = props;
  const of = (which: (hold: ContactHold) => boolean) => holds.filter(which);
  return (
    <>
      <Often {...props} holds={of((hold) => hold.kind === "bounced often")} />
      <Left {...props} holds={of((hold) => hold.kind === "out of office" && hold.until === null)} />
      <Away {...props} holds={of((hold) => hold.kind === "out of office" && hold.until !== null)} />
      <LaterHold {...props} holds={of((hold) => hold.kind === "asked for later")} />
    </>
  );
}

function Away({ holds, contactId, name, timezone, now, mayStop }: Props) {
  const first = latest(holds);
  if (!first?.until) return null;
  const { message, madeBy } = first;
  const today = toTemporal(now).toZonedDateTimeISO(timezone).toPlainDate().toString();
  const said = message?.sentence ?? message?.snippet;
  const read = !madeBy && first.backDay !== null;
  return (
    <Card
      icon={<IconBeach size={24} stroke={1.6} aria-hidden />}
      title={
        <>
          Out of the office, held until <Moment at={first.until} timeZone={timezone} now={now} />
        </>
      }
      lines={
        <>
          {first.backDay === null && (
            <p>Held for {first.awayDays === 1 ? "a day" : `${first.awayDays} days`}, no date in the text.</p>
          )}
          {holds.map((hold) => (
            <NextOf key={hold.holdId} hold={hold} timezone={timezone} now={now} />
          ))}
        </>
      }
      acts={
        mayStop && (
          <AwayActs
            // The day that is offered is the one that holds.
            key={first.holdId}
            contactId={contactId}
            name={name}
            day={first.backDay ?? dayAfter(today)}
            today={today}
            campaigns={holds.map((hold) => ({ campaignContactId: hold.campaignContactId, name: hold.campaignName }))}
          />
        )
      }
    >
      {message && said?.trim() && (
        <>
          <Quoted text={said} words={message.words} />
          <div className={classes.foot}>
            <p>
              Their answer of <Moment at={message.receivedAt} timeZone={timezone} now={now} />.{" "}
              {madeBy ? `${madeBy} chose the day.` : read && message.words ? "The day was read from the underlined words." : ""}
            </p>
            <OpenAnswer messageId={message.id} snippet={message.snippet} />
            {mayStop && <ReadDifferently contactId={contactId} name={name} />}
          </div>
        </>
      )}
    </Card>
  );
}

/** An automatic answer says that they work there no more: a person decides. */
function Left({ holds, contactId, name, timezone, now, mayStop }: Props) {
  const first = latest(holds);
  if (!first) return null;
  const { message } = first;
  const said = message?.wishSentence ?? message?.sentence ?? message?.snippet;
  return (
    <Card
      icon={<IconUserQuestion size={24} stroke={1.6} aria-hidden />}
      title="Left the company? Held until you decide"
      lines={<Waits holds={holds} />}
      acts={
        mayStop && (
          <DecideActs
            contactId={contactId}
            acts={[
              { words: "Go on", change: { as: "released" }, said: `Mail to ${name} goes on.` },
              { words: "They have left", change: { as: "left" }, said: `Every campaign has ended for ${name}.` },
            ]}
          />
        )
      }
    >
      {message && said?.trim() && (
        <>
          <Quoted text={said} words={message.wishSentence ? null : message.words} />
          <div className={classes.foot}>
            <p>
              Their answer of <Moment at={message.receivedAt} timeZone={timezone} now={now} />, an automatic one.
            </p>
            <OpenAnswer messageId={message.id} snippet={message.snippet} />
          </div>
        </>
      )}
    </Card>
  );
}

function Often({ holds, contactId, name, timezone, now, mayStop }: Props) {
  const first = latest(holds);
  if (!first) return null;
  const { message } = first;
  return (
    <Card
      icon={<IconAlertTriangle size={24} stroke={1.6} color="var(--wait-mark)" aria-hidden />}
      title="Three mails in a week came back for now"
      lines={<Waits holds={holds} />}
      acts={
        mayStop && (
          <>
            <DecideActs
              contactId={contactId}
              acts={[{ words: "Go on", change: { as: "released" }, said: `Mail to ${name} goes on.` }]}
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
      {message?.says && (
        <>
          <Quoted text={message.says} />
          <div className={classes.foot}>
            <p>
              What their server said last, <Moment at={message.receivedAt} timeZone={timezone} now={now} />.
            </p>
            <OpenAnswer messageId={message.id} snippet={message.says ?? message.snippet} what="report" />
          </div>
        </>
      )}
    </Card>
  );
}

/** What waits for the decision. */
function Waits({ holds }: { holds: ContactHold[] }) {
  return (
    <p>
      {holds.length === 1
        ? `${holds[0]?.nextStep ?? "The next mail"} of ${holds[0]?.campaignName}`
        : holds.map((hold) => hold.campaignName).join(", ")}{" "}
      waits until you say.
    </p>
  );
}

/** The hold that lasts longest speaks for all. */
function latest(holds: ContactHold[]): ContactHold | undefined {
  return [...holds].sort((a, b) => (b.until?.getTime() ?? 0) - (a.until?.getTime() ?? 0))[0];
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
