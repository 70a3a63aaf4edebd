import { sayCount } from "@/app/ui/words/count-words";
import type { Foreseen as What } from "@/lib/suppressions/entries/foresee";
import classes from "./suppressed.module.css";

/** What an entry will do before it does, with what one may not have thought of. */
export function Foreseen({ what, mostMails }: { what: What; mostMails: number }) {
  const more = what.people - what.names.length;
  const names = what.names.join(", ") + (more > 0 ? ` and ${more.toLocaleString("en")} more` : "");
  const below = /^\*@\*\.([^*]+)$/.exec(what.entry)?.[1];
  return (
    <div className={classes.foreseen}>
      <p>
        <strong>{what.entry}</strong> {sayEffect(what, mostMails)}
      </p>
      {what.people > 0 && <p className={classes.names}>{names}</p>}
      {below && (
        <p className={classes.names}>
          It names the domains below {below} only. To stop {below} itself, add {below} as well.
        </p>
      )}
      {what.known && <p>It is in the list already.</p>}
      {what.freeMail && (
        <p className={classes.warning}>
          This stops everybody at {what.freeMail}, where people have private addresses. To stop one person, add their address.
        </p>
      )}
      {what.own && <p className={classes.warning}>This is your own domain: it also names {what.own}, one of your mailboxes.</p>}
    </div>
  );
}

function sayEffect({ kind, people, campaigns, mails }: What, mostMails: number): string {
  const whom = kind === "address" ? "none of your contacts yet" : "none of your contacts yet, and whoever is added later";
  if (people === 0) return `stops ${whom}.`;
  const stops = `stops ${sayCount(people, "contact", "contacts")}.`;
  const signed =
    mails > mostMails
      ? `more than ${mostMails.toLocaleString("en")} signed mails`
      : sayCount(mails, "signed mail", "signed mails");
  const ends =
    campaigns === 0 ? "No campaign is under way for them" : `${sayCount(campaigns, "campaign ends", "campaigns end")} for them`;
  return `${stops} ${ends}${mails === 0 ? "" : `, and ${signed} will not leave`}.`;
}
