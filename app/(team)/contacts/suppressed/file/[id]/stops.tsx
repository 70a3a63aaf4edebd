import { sayCount } from "@/app/ui/words/count-words";
import type { Stopped } from "@/lib/suppressions/files/count-stopped";
import imports from "../../../import/import.module.css";
import classes from "./file.module.css";

/** Whom a file will stop, by numbers and first names. */
export function Stops({ stopped }: { stopped: Stopped }) {
  const others = stopped.people - stopped.names.length;
  return (
    <section aria-labelledby="stops" className={classes.part}>
      <div className={imports.refusedHead}>
        <h2 id="stops">Whom it will stop</h2>
      </div>
      {stopped.people === 0 ? (
        <p className={classes.says}>
          {stopped.named > 0
            ? `${sayCount(stopped.named, "contact of yours is", "contacts of yours are")} named, and suppressed already.`
            : "None of your contacts today. Whoever is imported later and stands in it gets no mail."}
        </p>
      ) : (
        <dl className={classes.stops}>
          <div>
            <dt>{stopped.people === 1 ? "contact" : "contacts"}</dt>
            <dd>{stopped.people.toLocaleString("en")}</dd>
            <dd className={classes.names}>
              {stopped.names.join(", ")}
              {others > 0 && ` and ${others.toLocaleString("en")} more`}
            </dd>
          </div>
          <div>
            <dt>{stopped.campaigns === 1 ? "campaign under way" : "campaigns under way"}</dt>
            <dd>{stopped.campaigns.toLocaleString("en")}</dd>
            <dd>
              {stopped.campaigns > 0
                ? `ends at once for ${stopped.enrolled.toLocaleString("en")} of them`
                : "none of them is in one"}
            </dd>
          </div>
          <div>
            <dt>{stopped.signed === 1 ? "signed mail" : "signed mails"}</dt>
            <dd>{stopped.signed.toLocaleString("en")}</dd>
            <dd>
              {stopped.signed > 0 ? `will not leave, ${stopped.slots.toLocaleString("en")} with a time` : "none waits for them"}
            </dd>
          </div>
        </dl>
      )}
    </section>
  );
}
