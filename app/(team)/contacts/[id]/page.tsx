import { IconChevronRight, IconFile, IconMailX, IconMessageCircle, IconPlane, IconUserOff } from "@tabler/icons-react";
import type { Metadata } from "next";
import Link from "next/link";
import { StopContact } from "@/app/(team)/campaigns/[id]/contacts/stop-contact";
import { SealTick } from "@/app/ui/seal/seal-tick";
import { idOrNotFound, orNotFound } from "@/app/ui/trouble/or-not-found";
import { Moment } from "@/app/ui/words/moment";
import { requireMember } from "@/lib/auth/require-member";
import { nameReason } from "@/lib/campaigns/reason-words";
import { type ContactView, type Happened, readContact } from "@/lib/contacts/read-contact";
import { hasRight } from "@/lib/team/rights";
import classes from "../contacts.module.css";
import { SuppressContact } from "./suppress-contact";

export const metadata: Metadata = { title: "Contact" };

export default async function ContactPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember();
  const id = idOrNotFound((await params).id);
  const view = await orNotFound(readContact({ teamId: member.teamId, memberId: member.memberId }, id, new Date()));
  const { contact } = view;
  const name = contact.name ?? contact.email;
  const timezone = member.timezone;
  const open = view.enrolments.filter((one) => one.status === "pending" || one.status === "in_progress");
  return (
    <>
      <header className={classes.head}>
        <nav aria-label="Where you are" className={classes.crumbs}>
          <Link href="/contacts">Contacts</Link>
          <IconChevronRight size={16} stroke={1.7} aria-hidden />
        </nav>
        <h1 className={classes.title}>{name}</h1>
        {contact.archivedAt && <span className={classes.badge}>Archived</span>}
        <span className={classes.spring} />
        <SuppressContact
          contactId={contact.id}
          name={name}
          suppressed={view.suppressed !== null}
          open={open.length}
          maySuppress={hasRight(member.role, "contacts:edit")}
          mayLift={hasRight(member.role, "suppressions:lift")}
        />
      </header>
      <div className={classes.contact}>
        <div className={classes.story}>
          {view.suppressed && (
            <p className={classes.notice}>
              <strong>Gets no mail.</strong>{" "}
              {view.suppressed.reason === "by hand"
                ? "Suppressed by hand"
                : view.suppressed.reason === "bounced"
                  ? "The address is dead"
                  : "Unsubscribed"}
              , <Moment at={view.suppressed.since} timeZone={timezone} />.
            </p>
          )}
          {open.map((one) => (
            <div key={one.campaignContactId} className={classes.waiting}>
              <div>
                <strong>{nameReason(one.waitReason)}</strong>
                <span className={classes.block}>
                  {one.nextStep ?? "The next mail"} of <Link href={`/campaigns/${one.campaignId}`}>{one.campaignName}</Link>, from{" "}
                  {one.mailbox}
                  {one.nextAt && (
                    <>
                      , from <Moment at={one.nextAt} timeZone={timezone} />
                    </>
                  )}
                  , unless a reply comes first.
                </span>
              </div>
              {hasRight(member.role, "campaigns:stop") && <StopContact campaignContactId={one.campaignContactId} name={name} />}
            </div>
          ))}
          {view.planned.length > 0 && (
            <section aria-label="Planned">
              <h2 className={classes.small}>Planned</h2>
              <ol className={classes.line}>
                {view.planned.map((one) => (
                  <li key={`${one.campaignName}-${one.stepName}`}>
                    <span className={classes.ring} aria-hidden />
                    <div>
                      <strong>{one.stepName}</strong> {one.campaignName},{" "}
                      {one.draftId ? (
                        <Link href={`/review/${one.draftId}`}>{one.signedBy ? `signed by ${one.signedBy}` : "to sign"}</Link>
                      ) : (
                        "written once the mail before has left"
                      )}
                      {one.text.trim() && <p>{one.text.trim()}…</p>}
                    </div>
                    {one.at && <Moment at={one.at} timeZone={timezone} />}
                  </li>
                ))}
              </ol>
            </section>
          )}
          <section aria-label="Happened">
            <h2 className={classes.small}>Happened</h2>
            <ol className={classes.line}>
              {view.happened.map((one) => (
                <li key={`${one.kind}-${one.id}`}>
                  <Sign kind={one.kind} />
                  <div>
                    <Said event={one} />
                    {one.kind === "sent" && <p className={classes.subject}>{one.title}</p>}
                    {one.text.trim() && <p>{one.text.trim()}</p>}
                  </div>
                  <Moment at={one.at} timeZone={timezone} />
                </li>
              ))}
            </ol>
          </section>
        </div>
        <Facts view={view} />
      </div>
    </>
  );
}

function Facts({ view }: { view: ContactView }) {
  const { contact } = view;
  const fields = Object.entries(contact.fields);
  return (
    <aside className={classes.facts} aria-label="What is known">
      <section>
        <strong>{contact.name}</strong>
        <span className={classes.block}>{contact.email}</span>
        {contact.company && <span className={classes.block}>{contact.company}</span>}
      </section>
      {fields.length > 0 && (
        <section>
          <h2 className={classes.small}>Fields</h2>
          <dl className={classes.fields}>
            {fields.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <section>
        <h2 className={classes.small}>In</h2>
        {view.lists.length === 0 && <span className={classes.block}>no list</span>}
        <p className={classes.chips}>
          {view.lists.map((list) => (
            <Link key={list.id} href={`/contacts/lists/${list.id}`} className={classes.badge}>
              {list.name}
            </Link>
          ))}
        </p>
      </section>
    </aside>
  );
}

function Sign({ kind }: { kind: Happened["kind"] }) {
  const icon = { size: 18, stroke: 1.7, "aria-hidden": true } as const;
  if (kind === "sent") return <SealTick />;
  if (kind === "reply") return <IconMessageCircle {...icon} color="var(--reply)" />;
  if (kind === "automatic") return <IconPlane {...icon} />;
  if (kind === "created") return <IconFile {...icon} />;
  if (kind === "suppressed" || kind === "lifted") return <IconUserOff {...icon} />;
  return <IconMailX {...icon} color="var(--stop)" />;
}

function Said({ event }: { event: Happened }) {
  const by = event.about ? ` by ${event.about}` : "";
  switch (event.kind) {
    case "sent":
      return (
        <>
          <strong>Sent as signed</strong> {event.about}
        </>
      );
    case "reply":
      return <strong>Wrote back</strong>;
    case "automatic":
      return <strong>Automatic answer</strong>;
    case "bounce":
      return <strong>Bounced, dead address</strong>;
    case "soft_bounce":
      return <strong>Not delivered this time</strong>;
    case "suppressed":
      return (
        <>
          <strong>Suppressed</strong>
          {by}
        </>
      );
    case "lifted":
      return (
        <>
          <strong>Suppression lifted</strong>
          {by}: {event.title}
        </>
      );
    case "created":
      return (
        <>
          <strong>Created</strong>
          {by} with {event.title}
        </>
      );
  }
}
