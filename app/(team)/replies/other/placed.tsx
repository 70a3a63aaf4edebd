import { IconChevronLeft, IconMessageCircle } from "@tabler/icons-react";
import Link from "next/link";
import type { OpenedMail } from "@/lib/replies/unplaced/open-other-mail";
import { initialsOf } from "../../contacts/initials";
import aside from "./aside.module.css";
import { Letter } from "./letter/letter";
import classes from "./other.module.css";

type Props = { mail: OpenedMail; back: string; now: Date; timeZone: string };

/** A message that belongs to somebody already, or to nobody we care for. */
export function Placed({ mail, back, now, timeZone }: Props) {
  const { owner } = mail;
  return (
    <>
      <div className={classes.middle}>
        <header className={classes.head}>
          <Link href={back} className={classes.back} aria-label="Back to the list">
            <IconChevronLeft size={20} stroke={1.7} />
          </Link>
          <h2 className={classes.subject}>{mail.subject || "No subject"}</h2>
          {mail.threadId && (
            <Link href={`/replies/${mail.threadId}`} prefetch={false} className={classes.open}>
              <IconMessageCircle size={18} stroke={1.7} aria-hidden /> Open the thread
            </Link>
          )}
        </header>
        <div className={classes.stage}>
          {mail.isHidden && <p className={classes.notice}>Somebody said that this is not for us.</p>}
          <Letter mail={mail} now={now} timeZone={timeZone} />
        </div>
      </div>
      <aside className={aside.aside} aria-label="Whose it is">
        {owner && (
          <>
            <div className={aside.who}>
              <span className={aside.face} aria-hidden>
                {initialsOf(owner.name)}
              </span>
              <div>
                <strong className={aside.whoName}>
                  <Link href={`/contacts/${owner.contactId}`}>{owner.name}</Link>
                </strong>
                <span className={aside.company}>{owner.company ?? owner.email}</span>
              </div>
            </div>
            <section>
              <p className={aside.asideWords}>
                {mail.placedBy ? `${mail.placedBy} said that this is theirs.` : "It was found by itself that this is theirs."}{" "}
                What became of it stands on their page.
              </p>
            </section>
          </>
        )}
      </aside>
    </>
  );
}
