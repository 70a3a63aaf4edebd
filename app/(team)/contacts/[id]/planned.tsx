import Link from "next/link";
import { Moment } from "@/app/ui/words/moment";
import type { Planned as Mail } from "@/lib/contacts/open-contact";
import type { HandMail } from "@/lib/contacts/read-hand-mails";
import classes from "./contact.module.css";

/** Mail that is still to come, the last on top: it stands above what happened. */
export function Planned({ mails, byHand, timezone }: { mails: Mail[]; byHand: HandMail[]; timezone: string }) {
  if (mails.length + byHand.length === 0) return null;
  return (
    <section aria-labelledby="planned">
      <h2 id="planned">Planned</h2>
      <ol className={classes.line}>
        {byHand.map((mail) => (
          <li key={mail.draftId}>
            <span className={classes.sign}>{mail.signedBy ? <Signed /> : <i className={classes.ring} aria-hidden />}</span>
            <div>
              <p>
                <strong>{mail.threadId ? "Answer" : mail.kind === "first mail" ? "First mail" : "Follow-up"}</strong>{" "}
                <span>by hand, {mail.by}, </span>
                <Standing mail={mail} timezone={timezone} />
              </p>
              {mail.text.trim() && <p className={classes.mail}>{mail.text.trim()}…</p>}
            </div>
            {mail.at && (
              <Link href="/calendar?by=hand" className={classes.when}>
                <Moment at={mail.at} timeZone={timezone} />
              </Link>
            )}
          </li>
        ))}
        {mails.map((mail) => (
          <li key={`${mail.campaignName}-${mail.stepName}`}>
            <span className={classes.sign}>{mail.signedBy ? <Signed /> : <i className={classes.ring} aria-hidden />}</span>
            <div>
              <p>
                <strong>{mail.stepName}</strong> <span>{mail.campaignName}, </span>
                {mail.draftId ? (
                  <Standing mail={{ ...mail, draftId: mail.draftId }} timezone={timezone} />
                ) : (
                  <span>written once the mail before has left</span>
                )}
              </p>
              {mail.text.trim() && <p className={classes.mail}>{mail.text.trim()}…</p>}
            </div>
            {mail.at && (
              <span className={classes.when}>
                from <Moment at={mail.at} timeZone={timezone} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

type Signable = { draftId: string; threadId?: string | null; signedBy: string | null; signedAt: Date | null };

/** Who signed it and when, or that nobody has; it leads to the draft, of an answer to its thread. */
function Standing({ mail: { draftId, threadId, signedBy, signedAt }, timezone }: { mail: Signable; timezone: string }) {
  return (
    <Link href={threadId ? `/replies/${threadId}` : `/review/${draftId}`}>
      {signedBy ? `signed by ${signedBy}` : "waits for a signature"}
      {signedAt && (
        <>
          {" "}
          <Moment at={signedAt} timeZone={timezone} />
        </>
      )}
    </Link>
  );
}

/** A seal that has not left yet is paler than one that has. */
function Signed() {
  return (
    <svg width={18} height={18} viewBox="0 0 18 18" aria-hidden>
      <circle cx="9" cy="9" r="8" fill="var(--seal-mid)" />
      <path
        d="M5.6 9.3l2.2 2.2 4.4-4.6"
        fill="none"
        stroke="var(--on-seal)"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
