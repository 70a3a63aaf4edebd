import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { idOrNotFound } from "@/app/ui/trouble/or-not-found";
import { isModelConfigured } from "@/lib/assistant/is-model-configured";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/auth/rights";
import { safeReturnPath } from "@/lib/auth/safe-return-path";
import { mostPeople } from "@/lib/letters/most-people";
import { readPeople } from "@/lib/letters/people/read-people";
import { readSenders, type Sender } from "@/lib/letters/people/read-senders";
import { readLetter } from "@/lib/letters/read-letter";
import { toTemporal } from "@/lib/schedule/clock/to-temporal";
import { localDay } from "@/lib/schedule/local-day";
import { nameCity } from "@/lib/schedule/words/name-city";
import { nameHold } from "@/lib/senders/name-hold";
import { readStarts } from "@/lib/templates/read-starts";
import type { Mailbox } from "./form/from-menu";
import { nameFrom } from "./name-from";
import classes from "./write.module.css";
import { WritePage } from "./write-page";

export const metadata: Metadata = { title: "Write" };

type Query = { draft?: string; to?: string; from?: string; template?: string };

/** One letter under the id in its address: reload, back and a restored tab find the same, so it is never there twice. */
export default async function Write({ searchParams }: { searchParams: Promise<Query> }) {
  const member = await requireMember();
  const query = await searchParams;
  if (!query.draft) redirect(`/write?${new URLSearchParams({ draft: randomUUID(), ...query })}`);
  const letterId = idOrNotFound(query.draft);
  const from = comeFrom(query.from);
  if (!hasRight(member.role, "drafts:edit")) return <Cannot from={from} why="You read along: members of the team write." />;
  const now = new Date();
  const [served, senders, starts] = await Promise.all([
    readLetter(member, letterId, now),
    readSenders(member, now),
    readStarts(member),
  ]);
  if (served?.threadId) redirect(`/replies/${served.threadId}`);
  if (senders.length === 0) {
    return (
      <Cannot from={from} why="A letter is sent from a mailbox, and none is connected yet.">
        <Link href="/settings/mailboxes">Connect a mailbox</Link>
      </Cannot>
    );
  }
  const people = served ? [] : await readPeople(member, idsOf(query.to));
  const template = starts.templates.find((one) => one.id === query.template);
  return (
    <WritePage
      key={letterId}
      letterId={letterId}
      served={served}
      start={{
        people: people.map((one) => ({ ...one, name: one.name ?? one.email, suppressed: one.suppressed !== null })),
        senderAccountId: (senders.find((one) => one.hold === null) ?? senders[0])?.id ?? "",
        templateId: template?.id ?? null,
        subject: template?.subject ?? "",
        body: template?.body ?? "",
        leave: { kind: "now", day: null, time: null, zone: "sender" },
        newThreads: [],
      }}
      from={from}
      mailboxes={senders.map(describe)}
      starts={starts}
      today={localDay({ timeZone: member.teamTimezone }, toTemporal(now)).key}
      city={nameCity(member.teamTimezone)}
      mayLift={hasRight(member.role, "suppressions:lift")}
      modelConfigured={isModelConfigured()}
    />
  );
}

function Cannot({ from, why, children }: { from: string; why: string; children?: React.ReactNode }) {
  return (
    <div className={classes.over}>
      <header className={classes.head}>
        <Link href={from} className={classes.crumb}>
          {nameFrom(from)}
        </Link>
        <h1>Write</h1>
      </header>
      <div className={classes.overBody}>
        <h2>Nothing can be written here</h2>
        <p>{why}</p>
        <div className={classes.overActs}>{children ?? <Link href={from}>Back to {nameFrom(from)}</Link>}</div>
      </div>
    </div>
  );
}

/** A page of ours to go back to; where none is named, Review, where what is not signed waits. */
function comeFrom(path: string | undefined): string {
  const from = path ? safeReturnPath(path) : "/review";
  return from.startsWith("/write") ? "/review" : from;
}

/** The ids of an address, those that are ids, each once. */
function idsOf(text: string | undefined): string[] {
  const ids = (text ?? "").split(",").filter((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id));
  return [...new Set(ids.map((id) => id.toLowerCase()))].slice(0, mostPeople);
}

function describe({ id, email, hold, used, of }: Sender): Mailbox {
  return {
    id,
    email,
    use: `${used.toLocaleString("en")} of ${of.toLocaleString("en")} in 24 hours`,
    trouble: hold && nameHold(hold, null).state,
  };
}
