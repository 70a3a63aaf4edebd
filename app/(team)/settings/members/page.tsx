import type { Metadata } from "next";
import { Temporal } from "temporal-polyfill";
import { spell, spellFirst } from "@/app/ui/words/count-words";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/auth/rights";
import { listZones } from "@/lib/schedule/list-zones";
import { formatAgo, formatDay, formatTime } from "@/lib/schedule/words/format-time";
import { type PersonRow, readMembers } from "@/lib/team/read-members";
import classes from "../settings.module.css";
import { OwnZone } from "./own-zone";
import { PeopleList } from "./people-list";
import { RequestsList } from "./requests-list";
import type { PersonView } from "./role-words";
import { TeamSentences } from "./team-sentences";

export const metadata: Metadata = { title: "Members · Settings" };

export default async function MembersPage() {
  const member = await requireMember();
  const now = new Date();
  const { team, people, own } = await readMembers(member, now);
  const instant = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime());
  const reader = { now: instant(now), timeZone: member.timezone };
  const view = (person: PersonRow): PersonView => ({
    id: person.id,
    name: person.name,
    email: person.email,
    role: person.role,
    status: person.status,
    you: person.id === member.memberId,
    seen: person.lastSeenAt ? formatAgo(instant(person.lastSeenAt), reader) : "not seen yet",
    since:
      person.status === "asked"
        ? `asked ${formatTime(instant(person.createdAt), reader)}`
        : `since ${formatDay(instant(person.createdAt), reader)}`,
    sessions: person.sessions.map((session) => ({
      id: session.id,
      device: session.device,
      times: `since ${formatDay(instant(session.createdAt), reader)}, last seen ${formatAgo(instant(session.lastSeenAt), reader)}`,
      here: session.id === member.sessionId,
    })),
    mailboxes: person.mailboxes,
    threads: person.threads,
  });
  const views = people.map(view);
  const active = views.filter((person) => person.status === "active");
  const asked = views.filter((person) => person.status === "asked");
  const out = views.filter((person) => person.status === "refused" || person.status === "removed");
  const domain = member.email.slice(member.email.lastIndexOf("@") + 1);
  const manages = hasRight(member.role, "members:manage");
  const verdict =
    asked.length > 0
      ? `${spellFirst(asked.length)} ${asked.length === 1 ? "person asks" : "people ask"} to join`
      : `${spellFirst(active.length)} ${active.length === 1 ? "person is" : "people are"} in the team`;
  return (
    <div className={classes.body}>
      <div className={classes.main}>
        <h1>{verdict}</h1>
        <p className={classes.lead}>
          {asked.length > 0
            ? `Signed in with an account of ${domain}. Until you answer they see nothing of the team.`
            : `Whoever signs in from ${domain} belongs here. Nobody waits for an answer.`}
        </p>
        {asked.length > 0 && <RequestsList people={asked} manages={manages} />}
        {asked.length > 0 && (
          <div className={classes.between}>
            <h2>{`${spellFirst(active.length)} ${active.length === 1 ? "person" : "people"}`}</h2>
            <span className={classes.caption}>one administrator always stays</span>
          </div>
        )}
        <PeopleList people={active} manages={manages} />
        {out.length > 0 && (
          <>
            <div className={classes.between}>
              <h2>{`${spellFirst(out.length)} turned away or removed`}</h2>
              <span className={classes.caption}>{`${spell(out.length) === "one" ? "sees" : "see"} nothing of the team`}</span>
            </div>
            <RequestsList people={out} manages={manages} />
          </>
        )}
      </div>
      <TeamSentences team={team} domain={domain} manages={manages} zones={listZones()}>
        <OwnZone used={member.timezone} isOwn={own !== null} team={team.timezone} zones={listZones()} />
      </TeamSentences>
    </div>
  );
}
