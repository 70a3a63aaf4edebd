import type { Looks } from "@/lib/replies/listening/read-looks";
import type { SetAside } from "@/lib/replies/listening/read-set-asides";
import { toTemporal } from "@/lib/schedule/clock/to-temporal";
import { formatClock, formatDay, formatTime, type Reader } from "@/lib/schedule/words/format-time";
import type { LastLook } from "@/lib/sending/health/read-last-look";
import type { Limit, Limits } from "@/lib/sending/health/read-limits";
import settings from "../../settings.module.css";
import classes from "./health.module.css";

type Props = {
  look: LastLook;
  looks: Looks;
  setAsides: SetAside[];
  limits: Limits;
  isBroken: boolean;
  back: string | null;
  reader: Reader;
};

/** What is known of a mailbox beside how it stands: its last look, its limits, and what happens when it is back. */
export function Aside({ look, looks, setAsides, limits, isBroken, back, reader }: Props) {
  const at = (instant: Date | null, none: string) => (instant ? formatTime(toTemporal(instant), reader) : none);
  const read = look.readAt && `${at(look.readAt, "")}:${String(look.readAt.getSeconds()).padStart(2, "0")}`;
  return (
    <aside className={settings.aside}>
      <section>
        <h2>Last look</h2>
        <dl className={classes.facts}>
          <Fact name="Inbox read">{read ?? "not yet"}</Fact>
          {looks.folders.flatMap(({ folder, at: readAt }) =>
            folder === "inbox"
              ? []
              : [
                  <Fact key={folder} name={folderNames[folder]}>
                    {at(readAt, "not yet")}
                  </Fact>,
                ],
          )}
          <Fact name="Last mail out">
            {look.sentAt ? `${at(look.sentAt, "")}${look.sentTo ? `, ${look.sentTo}` : ""}` : "none yet"}
          </Fact>
          <Fact name="Last reply in">{at(look.repliedAt, "none yet")}</Fact>
          <Fact name="Nightly re-read">{at(looks.reconciledAt, isBroken ? "tonight, if it is back" : "tonight")}</Fact>
          {looks.reconciledAt && <Fact name="Found only by it">{looks.differences.toLocaleString("en")}</Fact>}
          {looks.lagMs !== null && <Fact name="Seen after">{sayLag(looks.lagMs)}</Fact>}
          {looks.notifications + looks.notificationsMissed > 0 && (
            <Fact name="Told of new mail">
              {looks.notifications.toLocaleString("en")}, missed {looks.notificationsMissed.toLocaleString("en")}
            </Fact>
          )}
          <Fact name="Set aside">
            {setAsides.length === 0 ? "nothing" : `${setAsides.length.toLocaleString("en")} cannot be read`}
          </Fact>
        </dl>
        {setAsides.slice(0, mostShown).map((one) => (
          <p key={`${one.at.toISOString()} ${one.code} ${one.tries}`} className={classes.quiet}>
            Came to light {at(one.at, "")}: {one.says}. {sayTries(one, at(one.nextTryAt, ""))}
          </p>
        ))}
        {isBroken && look.readAt && (
          <p className={classes.quiet}>
            Once it is back, everything since {formatClock(toTemporal(look.readAt), reader.timeZone)} is read before anything
            leaves.
          </p>
        )}
      </section>
      <section>
        <h2>Limits of the last 24 hours</h2>
        <Bar
          limit={limits.minute}
          says="in its fullest minute"
          about="Microsoft takes 30 a minute from one mailbox"
          reader={reader}
        />
        <Bar
          limit={limits.recipients}
          says="recipients, this mailbox"
          about={
            limits.recipients.ownADay > 0
              ? `our own limit is ${limits.recipients.ownADay.toLocaleString("en")} a day`
              : "no campaign mails from it now"
          }
          reader={reader}
        />
        <Bar
          limit={limits.outside}
          kept={0.2}
          says="outside, the whole team"
          about={`for ${limits.outside.licences === 1 ? "the one mailbox" : `the ${limits.outside.licences} mailboxes`} known here, ${Math.round(limits.outside.most * 0.2).toLocaleString("en")} kept for people’s own mail; more licences allow more`}
          reader={reader}
        />
      </section>
      {back && (
        <section>
          <h2>When it is back</h2>
          <p className={classes.plain}>{back}</p>
        </section>
      )}
    </aside>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

type BarProps = { limit: Limit; says: string; about: string; kept?: number; reader: Reader };

function Bar({ limit: { used, most, fullAt }, says, about, kept = 0, reader }: BarProps) {
  const room = most * (1 - kept);
  const isNear = used >= room * 0.8;
  const pace =
    isNear && fullAt
      ? `, at this pace full ${formatDay(toTemporal(fullAt), reader) === "today" ? "at" : "tomorrow"} ${formatClock(toTemporal(fullAt), reader.timeZone)}`
      : "";
  return (
    <div className={classes.limit} data-near={isNear || undefined}>
      <p>
        <span>
          <strong>{used.toLocaleString("en")}</strong> of {most.toLocaleString("en")}
        </span>
        <span>{says}</span>
      </p>
      <div className={classes.track} aria-hidden="true">
        <i style={{ width: `${Math.max(used > 0 ? 1 : 0, Math.min(100, (100 * used) / most))}%` }} />
        {kept > 0 && <b style={{ width: `${100 * kept}%` }} />}
      </div>
      <p className={classes.quiet}>
        {about}
        {pace}
      </p>
    </div>
  );
}

const folderNames = { junkemail: "Junk read", everywhere: "Other folders read" } as const;
const mostShown = 3;

function sayTries({ tries, givenUp }: SetAside, next: string): string {
  const tried = tries === 1 ? "Tried once" : `Tried ${tries} times`;
  return givenUp ? `${tried}, then left alone.` : `${tried}, again ${next}.`;
}

const sayLag = (ms: number) =>
  ms < 1000 ? "less than a second" : ms < 120_000 ? `${Math.round(ms / 1000)} s` : `${Math.round(ms / 60_000)} min`;
