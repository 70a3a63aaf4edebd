import { IconChevronRight } from "@tabler/icons-react";
import Link from "next/link";
import { idOrNotFound, orNotFound } from "@/app/ui/trouble/or-not-found";
import { Moment } from "@/app/ui/words/moment";
import { titleOf } from "@/app/ui/words/title-of";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/auth/rights";
import { readHold } from "@/lib/campaigns/hold/read-hold";
import { type Enrolment, openContact } from "@/lib/contacts/open-contact";
import { openSentMail } from "@/lib/contacts/open-sent-mail";
import { readLists } from "@/lib/lists/read-lists";
import { showAddress } from "@/lib/mail/sound-address";
import { readProposals } from "@/lib/replies/effects/read-proposals";
import { readSource } from "@/lib/suppressions/read-source";
import frame from "../frame.module.css";
import { AddToList } from "./add-to-list";
import classes from "./contact.module.css";
import { Facts } from "./facts";
import { HandWaiting } from "./hand-waiting";
import { Held } from "./held/held-card";
import { Proposed } from "./held/proposed";
import { Suppressed } from "./held/suppressed";
import { Planned } from "./planned";
import { Restore } from "./restore";
import { Happened } from "./story/happened";
import { SuppressContact } from "./suppress-contact";
import { Waiting } from "./waiting";
import { WriteButton } from "./write-button";

export const generateMetadata = titleOf("contact", "Contacts");

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ all?: string }> };

export default async function ContactPage({ params, searchParams }: Props) {
  const member = await requireMember();
  const id = idOrNotFound((await params).id);
  const now = new Date();
  const whole = (await searchParams).all !== undefined;
  const view = await orNotFound(openContact(member, id, now, { whole }));
  const { contact } = view;
  const { timezone } = member;
  const name = contact.name ?? showAddress(contact.email);
  const open = view.enrolments.filter((one) => one.status === "pending" || one.status === "in_progress");
  const newest = view.happened.find(({ kind }) => kind === "sent");
  const [holds, labels, source, opened] = await Promise.all([
    readHold(member, id, now),
    readProposals(member, id),
    view.suppressed && readSource(member, id, view.suppressed),
    newest ? openSentMail(member, newest.id) : null,
  ]);
  // What comes before a hold, such as a pause, is said besides it.
  const isSaid = ({ campaignContactId, waitReason }: Enrolment) =>
    (waitReason === "out_of_office" || waitReason === "bounced_often" || waitReason === "asked_later") &&
    holds.some((hold) => hold.campaignContactId === campaignContactId);
  const called = contact.firstName ?? name;
  const mayStop = hasRight(member.role, "campaigns:stop");
  const mayEdit = hasRight(member.role, "contacts:edit");
  const mayWrite = hasRight(member.role, "drafts:edit") && !contact.archivedAt;
  const mayLift = hasRight(member.role, "suppressions:lift");
  const lists = mayEdit ? (await readLists(member)).filter((list) => !view.lists.some((own) => own.id === list.id)) : [];
  return (
    <div className={frame.frame}>
      <header className={frame.head}>
        <Link href="/contacts" className={frame.crumb}>
          Contacts
        </Link>
        <IconChevronRight size={16} stroke={1.7} aria-hidden />
        <h1 dir="auto">{name}</h1>
        <div className={frame.acts}>
          <SuppressContact
            contactId={contact.id}
            name={name}
            suppressed={view.suppressed}
            shared={source?.entry ?? null}
            timezone={timezone}
            open={open.length}
            maySuppress={mayEdit}
            mayLift={mayLift}
          />
          {mayEdit && !contact.archivedAt && <AddToList contactId={contact.id} name={name} lists={lists} />}
          {mayWrite && (
            <WriteButton contactId={contact.id} name={called} suppressed={view.suppressed !== null} mayLift={mayLift} />
          )}
        </div>
      </header>
      <div className={classes.contact}>
        <div className={classes.story}>
          {contact.archivedAt && (
            <div className={classes.waiting}>
              <div>
                <strong>{view.goneWith ? "Taken back with its import" : "Archived"}</strong>
                {view.goneWith ? (
                  <p>
                    <Moment at={contact.archivedAt} timeZone={timezone} now={now} />, with all that{" "}
                    <Link href={`/contacts/import/${view.goneWith.id}`} className={frame.inline}>
                      {view.goneWith.fileName}
                    </Link>{" "}
                    had made. Gone for good 30 days later, unless it is brought back or a campaign names them.
                  </p>
                ) : (
                  <p>
                    <Moment at={contact.archivedAt} timeZone={timezone} now={now} />. In no search and no list’s count; everything
                    sent and received stays here.
                  </p>
                )}
              </div>
              {mayEdit && <Restore contactId={contact.id} name={called} />}
            </div>
          )}
          {view.suppressed && source && (
            <Suppressed suppressed={view.suppressed} source={source} timezone={timezone} now={now} mayLift={mayLift} />
          )}
          <Held holds={holds} contactId={contact.id} name={called} timezone={timezone} now={now} mayStop={mayStop} />
          <Proposed labels={labels} name={called} timezone={timezone} now={now} mayDecide={mayEdit} />
          {open
            .filter((one) => !isSaid(one))
            .map((one) => (
              <Waiting
                key={one.campaignContactId}
                one={one}
                draftId={view.planned.findLast((mail) => mail.campaignName === one.campaignName && mail.draftId)?.draftId ?? null}
                name={called}
                timezone={timezone}
                mayStop={mayStop}
              />
            ))}
          {view.byHand.map((mail) => (
            <HandWaiting key={mail.draftId} mail={mail} timezone={timezone} />
          ))}
          <Planned mails={view.planned} byHand={view.byHand} timezone={timezone} />
          <Happened
            events={view.happened}
            timezone={timezone}
            now={now}
            opened={opened}
            mayAnswer={hasRight(member.role, "drafts:sign") && !contact.archivedAt && !view.suppressed}
            earlier={view.earlier && !whole ? `/contacts/${contact.id}?all` : null}
          />
        </div>
        <Facts view={view} timezone={timezone} mayEdit={mayEdit} />
      </div>
    </div>
  );
}
