"use client";

import { IconAlertTriangle, IconCheck, IconGauge, IconMessageCircle, IconX } from "@tabler/icons-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { sayClock, sayDay, sayHere, sayMoment } from "@/app/ui/words/clock";
import { useZone } from "@/app/ui/words/zone";
import type { LaunchCheck } from "@/lib/campaigns/launch/check-launch";
import type { Blocker } from "@/lib/campaigns/launch/read-launch";
import { nameCity } from "@/lib/schedule/words/name-city";
import launch from "./launch-dialog.module.css";
import classes from "./setup.module.css";

const linkOf: Partial<Record<Blocker["part"], { href: string; name: string }>> = {
  mailbox: { href: "/settings/mailboxes", name: "Mailboxes" },
  team: { href: "/settings/members", name: "Team settings" },
  list: { href: "/contacts", name: "Contacts" },
};

const whereEnded = {
  mailbox: { href: "/settings/mailboxes", name: "See why" },
  rules: { href: "/settings/rules", name: "See why" },
};

/** What launching would do, in numbers; what keeps it from happening leads to where it is put right. */
export function LaunchFacts({ check, onStep }: { check: LaunchCheck; onStep: (stepId: string) => void }) {
  const zone = useZone();
  const now = new Date();
  const opensHere = check.opensAt && sayHere(check.opensAt, check.timezone, zone);
  const day = (at: Date) => shortDay(at, now, check.timezone);
  const { stopped } = check.holds;
  const left = check.leftOut.suppressed + check.leftOut.own_domain + check.leftOut.running;
  const why = [
    check.leftOut.suppressed > 0 && `${check.leftOut.suppressed} suppressed`,
    check.leftOut.own_domain > 0 && `${check.leftOut.own_domain} in your own organisation`,
    check.leftOut.running > 0 && `${check.leftOut.running} in another running campaign`,
  ].filter(Boolean);
  return (
    <>
      <dl className={launch.facts}>
        <Fact value={check.people.toLocaleString("en")} name={check.people === 1 ? "person" : "people"} />
        <Fact value={check.mails.toLocaleString("en")} name="mails at most" />
        <Fact
          value={stopped && check.opensAt ? "stopped" : check.opensAt ? day(check.opensAt) : "never"}
          name={
            stopped && check.opensAt
              ? "nothing leaves until sending is resumed"
              : check.opensAt
                ? `nothing leaves before ${weekday(check.opensAt, check.timezone)} ${sayClock(check.opensAt, check.timezone)} in ${nameCity(check.timezone)}${opensHere ? ` (${opensHere} here)` : ""}`
                : "no sending day"
          }
        />
        <Fact
          value={!check.lastAbout ? "none" : stopped ? "later" : day(check.lastAbout)}
          name={check.lastAbout && !stopped ? `last, about ${weekday(check.lastAbout, check.timezone)}` : "last"}
        />
      </dl>
      <ul className={launch.checks}>
        {stopped && (
          <Warning>
            <strong>All sending is stopped by {stopped.by ?? "your team"}</strong> since{" "}
            {sayMoment(stopped.at, now, check.timezone)}. Nothing leaves until somebody resumes it.
          </Warning>
        )}
        {check.blockers.map((one) => (
          <li key={one.sentence}>
            <IconX size={18} stroke={1.7} color="var(--stop)" aria-label="Blocks the launch" />
            <span>
              {one.sentence}{" "}
              {one.stepId && (
                <button type="button" className={classes.inline} onClick={() => onStep(one.stepId ?? "")}>
                  Write it
                </button>
              )}
              {linkOf[one.part] && <Link href={linkOf[one.part]?.href ?? "/"}>{linkOf[one.part]?.name}</Link>}
            </span>
          </li>
        ))}
        {check.onList > 0 && (
          <li>
            <IconCheck size={18} stroke={1.7} color="var(--seal)" aria-label="Passes" />
            <span>
              <strong>{count(check.onList, "contact", "contacts")}</strong> in list {check.listName}, each mailed at most once per
              step
            </span>
          </li>
        )}
        {check.mailbox && !check.blockers.some((one) => one.part === "mailbox") && (
          <li>
            <IconCheck size={18} stroke={1.7} color="var(--seal)" aria-label="Passes" />
            <span>
              <strong>{check.mailbox}</strong> is connected
            </span>
          </li>
        )}
        {left > 0 && (
          <li>
            <IconX size={18} stroke={1.7} color="var(--ink-2)" aria-label="Left out" />
            <span>
              <strong>{left === 1 ? "1 is" : `${left} are`} left out:</strong> {why.join(", ")}
            </span>
          </li>
        )}
        {check.emptyFields.map((one) => (
          <li key={`${one.step}-${one.field}`}>
            <IconAlertTriangle size={18} stroke={1.7} color="var(--wait-mark)" aria-label="Warning" />
            <span>
              <strong>
                {one.count} {one.count === 1 ? "has" : "have"} no {one.field},
              </strong>{" "}
              so step {one.step} waits for them until it is filled or has a fallback{" "}
              <button type="button" className={classes.inline} onClick={() => onStep(one.stepId)}>
                Add it now
              </button>
            </span>
          </li>
        ))}
        {check.holds.guarded && (
          <Held part="mailbox">
            <strong>{check.mailbox} is paused by its guard rail,</strong> so nothing leaves until somebody lets it go on
          </Held>
        )}
        {check.holds.unproven && (
          <Held part="rules">
            <strong>Its domain fails SPF, DKIM or DMARC,</strong> so first mails wait until that is mended
          </Held>
        )}
        {check.holds.budgetUsed && (
          <Held part="rules">
            <strong>The team’s budget of these 24 hours is used up,</strong> so nothing leaves until some of it is free again
          </Held>
        )}
        <li>
          <IconGauge size={18} stroke={1.7} color="var(--ink-2)" aria-label="Limit" />
          <span>
            <strong>At most {check.teamADay.toLocaleString("en")} a day for the whole team:</strong> what Microsoft lets your
            organisation send to others, less what is kept for people’s own mail.{" "}
            <Link href="/settings/rules">Sending rules</Link>
          </span>
        </li>
        <li>
          <IconMessageCircle size={18} stroke={1.7} color="var(--ink-2)" aria-label="Answers" />
          <span>
            <strong>
              An answer stops {check.answers.replyStops === "company" ? "everybody of their company" : "the person"}.
            </strong>{" "}
            Who is away without a date waits {check.answers.awayDays === 1 ? "1 day" : `${check.answers.awayDays} days`}.
          </span>
        </li>
        {check.blockers.length === 0 && (
          <li>
            <IconAlertTriangle size={18} stroke={1.7} color="var(--wait-mark)" aria-label="Note" />
            <span>
              {check.reviewMode === "each" ? (
                <>
                  <strong>{count(check.people, "first mail", "first mails")}</strong> {check.people === 1 ? "is" : "are"} written
                  now and {check.people === 1 ? "waits" : "wait"} in Review. Nothing leaves unsigned.
                </>
              ) : (
                <>
                  <strong>Mails leave without another look.</strong>{" "}
                  {check.modelSteps > 0
                    ? "Only what a model writes waits in Review."
                    : "This launch signs the templates as they are now."}
                </>
              )}
            </span>
          </li>
        )}
      </ul>
    </>
  );
}

/** What would let mails wait after the launch, and where it is ended. */
function Held({ part, children }: { part: keyof typeof whereEnded; children: ReactNode }) {
  return (
    <Warning>
      {children}. <Link href={whereEnded[part].href}>{whereEnded[part].name}</Link>
    </Warning>
  );
}

function Warning({ children }: { children: ReactNode }) {
  return (
    <li>
      <IconAlertTriangle size={18} stroke={1.7} color="var(--wait-mark)" aria-label="Warning" />
      <span>{children}</span>
    </li>
  );
}

function Fact({ value, name }: { value: string; name: string }) {
  return (
    <div>
      <dd>{value}</dd>
      <dt>{name}</dt>
    </div>
  );
}

const count = (value: number, one: string, many: string) => `${value.toLocaleString("en")} ${value === 1 ? one : many}`;
const weekday = (at: Date, timeZone: string) => sayDay(at, at, timeZone).split(" ")[0];
/** "24 Nov", with the year when it is another one. */
const shortDay = (at: Date, now: Date, timeZone: string) => sayDay(at, now, timeZone).split(" ").slice(1).join(" ");
