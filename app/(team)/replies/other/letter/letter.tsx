import { ReceivedLetter } from "@/app/ui/letter/received/received-letter";
import { sayMoment } from "@/app/ui/words/clock";
import type { OpenedMail } from "@/lib/replies/unplaced/open-other-mail";
import { initialsOf } from "../../../contacts/initials";
import classes from "./letter.module.css";

type Props = { mail: OpenedMail; now: Date; timeZone: string };

/** A message as it came. */
export function Letter({ mail, now, timeZone }: Props) {
  return (
    <article className={classes.letter}>
      <span className={classes.face} aria-hidden>
        {initialsOf(mail.fromEmail ?? "?")}
      </span>
      <header>
        <strong className={classes.letterFrom}>{mail.fromEmail ?? "A report without a sender"}</strong>
        <time className={classes.letterFacts} dateTime={mail.receivedAt.toISOString()}>
          {sayMoment(mail.receivedAt, now, timeZone)}
        </time>
        <span className={classes.letterFacts}>to {mail.mailbox}</span>
      </header>
      <div className={classes.words}>
        <ReceivedLetter messageId={mail.id} snippet={mail.snippet} isThere={mail.isThere} />
      </div>
      {mail.says && <p className={classes.says}>{mail.says}</p>}
    </article>
  );
}
