import look from "@/app/ui/look/look.module.css";
import { sayCount } from "@/app/ui/words/count-words";
import type { ContactCounts } from "@/lib/campaigns/read/read-counts";
import classes from "./overview.module.css";

/** Everybody of the campaign as one bar that adds up. */
export function ContactsBar({ counts, held }: { counts: ContactCounts; held: boolean }) {
  const parts = [
    { name: "got every mail", count: counts.gotEveryMail, tone: classes.done },
    { name: "replied", count: counts.replied, tone: classes.replied },
    { name: "stopped", count: counts.stopped, tone: classes.stopped },
    { name: "wait", count: counts.waiting, tone: held ? classes.held : classes.waiting },
  ];
  return (
    <section aria-label="Contacts">
      <div className={classes.barHead}>
        <h2 className={look.heading}>{sayCount(counts.total, "contact", "contacts")}</h2>
        <ul>
          {parts.map((part) => (
            <li key={part.name}>
              <i className={part.tone} aria-hidden />
              <strong>{part.count.toLocaleString("en")}</strong> {part.name}
            </li>
          ))}
        </ul>
      </div>
      <div className={classes.bar} aria-hidden>
        {parts
          .filter((part) => part.count > 0)
          .map((part) => (
            <i key={part.name} className={part.tone} style={{ flexGrow: part.count }} />
          ))}
      </div>
    </section>
  );
}
