import type { Looks } from "@/lib/replies/listening/read-looks";
import type { SetAside } from "@/lib/replies/listening/read-set-asides";
import { toTemporal } from "@/lib/schedule/clock/to-temporal";
import { formatClock, formatTime, type Reader } from "@/lib/schedule/words/format-time";
import type { LastLook } from "@/lib/sending/health/read-last-look";
import type { Limits } from "@/lib/sending/health/read-limits";
import { LimitBar } from "../../limit-bar";
import { sayWhere } from "../../rules/say-budget";
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
  const read = look.readAt && `${at(look.readAt, "")}:${String(look.readAt.getUTCSeconds()).padStart(2, "0")}`;
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
        <LimitBar
          limit={limits.minute}
          says="in its fullest minute"
          about="Microsoft takes 30 a minute from one mailbox"
          reader={reader}
        />
        <LimitBar limit={limits.recipients} says="recipients, this mailbox" about={sayOwn(limits.recipients)} reader={reader} />
        {limits.onmicrosoft && (
          <LimitBar
            limit={limits.onmicrosoft}
            says="outside, onmicrosoft.com"
            about="Microsoft takes 100 from all such addresses together"
            reader={reader}
          />
        )}
        <LimitBar
          limit={limits.outside}
          kept={limits.outside.budget.kept}
          says="outside, the whole team"
          about={sayWhere(limits.outside.budget)}
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

const folderNames = { junkemail: "Junk read", everywhere: "Other folders read" } as const;
const mostShown = 3;

function sayOwn({ ownADay, lesson }: Limits["recipients"]): string {
  if (lesson) return `Microsoft refused at ${lesson.used.toLocaleString("en")}: its person writes too`;
  return ownADay > 0 ? `our own limit is ${ownADay.toLocaleString("en")} a day` : "no campaign mails from it now";
}

function sayTries({ tries, givenUp }: SetAside, next: string): string {
  const tried = tries === 1 ? "Tried once" : `Tried ${tries} times`;
  return givenUp ? `${tried}, then left alone.` : `${tried}, again ${next}.`;
}

const sayLag = (ms: number) =>
  ms < 1000 ? "less than a second" : ms < 120_000 ? `${Math.round(ms / 1000)} s` : `${Math.round(ms / 60_000)} min`;
