"use client";

import { IconBriefcase, IconMapPin, IconPhone, IconWorld } from "@tabler/icons-react";
import Link from "next/link";
import { useState } from "react";
import { initialsOf } from "@/app/(team)/contacts/initials";
import { Badge } from "@/app/ui/badge/badge";
import { sayMoment } from "@/app/ui/words/clock";
import type { SoFar, ThreadView } from "@/lib/answers/thread-view";
import type { Standing } from "@/lib/campaigns/words/name-standing";
import { sayLabel } from "./say-label";
import { sayBriefly } from "./say-stopped";
import classes from "./thread.module.css";

const icons = { role: IconBriefcase, place: IconMapPin, phone: IconPhone, site: IconWorld };
const standings: Record<ThreadView["campaigns"][number]["status"], Standing> = {
  active: { tone: "go", words: "Running" },
  paused: { tone: "wait", words: "Paused" },
  completed: { tone: "grey", words: "Finished" },
  draft: { tone: "grey", words: "Draft" },
};

/** Whom the thread is with, and what happened with them so far. */
export function ThreadAside({ view, timezone }: { view: ThreadView; timezone: string }) {
  const [now] = useState(() => new Date());
  const { contact, campaigns, soFar } = view;
  return (
    <aside className={classes.aside} aria-label="Contact">
      <section>
        <div className={classes.person}>
          <span className={classes.face} aria-hidden>
            {initialsOf(contact.name)}
          </span>
          <div>
            <Link href={`/contacts/${contact.id}`}>
              <bdi>{contact.name}</bdi>
            </Link>
            <span>{contact.company ?? contact.email}</span>
          </div>
        </div>
        <ul className={classes.facts}>
          {contact.facts.map(({ kind, text }) => {
            const Icon = icons[kind];
            return (
              <li key={kind}>
                <Icon size={16} stroke={1.7} aria-hidden />
                <span dir="auto">{text}</span>
              </li>
            );
          })}
        </ul>
      </section>
      <section>
        <h2>With us so far</h2>
        <ol className={classes.soFar}>
          {soFar.map((one) => (
            <li key={`${one.kind}${one.id}`} data-kind={one.kind}>
              <i aria-hidden />
              <span>{one.words}</span>
              {one.at && <time dateTime={one.at}>{sayAt(one, now, timezone)}</time>}
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h2>Label</h2>
        <p className={classes.hint}>{sayLabel(view.label)}</p>
      </section>
      {campaigns.length > 0 && (
        <section>
          <h2>{campaigns.length === 1 ? "Campaign" : "Campaigns"}</h2>
          <ul className={classes.campaigns}>
            {campaigns.map(({ id, name, status }) => (
              <li key={id}>
                <Link href={`/campaigns/${id}`}>{name}</Link>
                <Badge tone={standings[status].tone}>{standings[status].words}</Badge>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}

function sayAt({ kind, at }: SoFar, now: Date, timezone: string): string {
  const moment = new Date(at ?? now);
  if (kind === "stopped") return `was ${sayMoment(moment, now, timezone)}`;
  return kind === "planned" ? sayMoment(moment, now, timezone) : sayBriefly(moment, now, timezone);
}
