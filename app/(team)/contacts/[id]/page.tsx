import { IconBan, IconChevronRight } from "@tabler/icons-react";
import type { Metadata } from "next";
import Link from "next/link";
import { idOrNotFound, orNotFound } from "@/app/ui/trouble/or-not-found";
import { Moment } from "@/app/ui/words/moment";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/auth/rights";
import { type ContactView, openContact } from "@/lib/contacts/open-contact";
import { readLists } from "@/lib/lists/read-lists";
import frame from "../frame.module.css";
import { AddToList } from "./add-to-list";
import classes from "./contact.module.css";
import { Facts } from "./facts";
import { Happened } from "./happened";
import { nameSuppression } from "./name-suppression";
import { Planned } from "./planned";
import { Restore } from "./restore";
import { SuppressContact } from "./suppress-contact";
import { Waiting } from "./waiting";

export const metadata: Metadata = { title: "Contact" };

export default async function ContactPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember();
  const id = idOrNotFound((await params).id);
  const view = await orNotFound(openContact(member, id, new Date()));
  const { contact } = view;
  const { timezone } = member;
  const name = contact.name ?? contact.email;
  const open = view.enrolments.filter((one) => one.status === "pending" || one.status === "in_progress");
  const mayEdit = hasRight(member.role, "contacts:edit");
  const mayLift = hasRight(member.role, "suppressions:lift");
  const lists = mayEdit ? (await readLists(member)).filter((list) => !view.lists.some((own) => own.id === list.id)) : [];
  return (
    <div className={frame.frame}>
      <header className={frame.head}>
        <Link href="/contacts" className={frame.crumb}>
          Contacts
        </Link>
        <IconChevronRight size={16} stroke={1.7} aria-hidden />
        <h1>{name}</h1>
        <div className={frame.acts}>
          <SuppressContact
            contactId={contact.id}
            name={name}
            suppressed={view.suppressed}
            timezone={timezone}
            open={open.length}
            maySuppress={mayEdit}
            mayLift={mayLift}
          />
          {mayEdit && !contact.archivedAt && <AddToList contactId={contact.id} name={name} lists={lists} />}
        </div>
      </header>
      <div className={classes.contact}>
        <div className={classes.story}>
          {contact.archivedAt && (
            <div className={classes.waiting}>
              <div>
                <strong>Archived</strong>
                <p>In no search and no list’s count; everything sent and received stays here.</p>
              </div>
              {mayEdit && <Restore contactId={contact.id} />}
            </div>
          )}
          {view.suppressed && <Suppressed suppressed={view.suppressed} timezone={timezone} mayLift={mayLift} />}
          {open.map((one) => (
            <Waiting
              key={one.campaignContactId}
              one={one}
              draftId={view.planned.findLast((mail) => mail.campaignName === one.campaignName && mail.draftId)?.draftId ?? null}
              name={contact.firstName ?? name}
              timezone={timezone}
              mayStop={hasRight(member.role, "campaigns:stop")}
            />
          ))}
          <Planned mails={view.planned} timezone={timezone} />
          <Happened events={view.happened} timezone={timezone} />
        </div>
        <Facts view={view} timezone={timezone} mayEdit={mayEdit} />
      </div>
    </div>
  );
}

type Suppression = NonNullable<ContactView["suppressed"]>;

function Suppressed({ suppressed, timezone, mayLift }: { suppressed: Suppression; timezone: string; mayLift: boolean }) {
  return (
    <div className={`${classes.waiting} ${classes.suppressed}`}>
      <IconBan size={20} stroke={1.7} aria-hidden />
      <div>
        <strong>Gets no mail from your team</strong>
        <p>
          {nameSuppression(suppressed.reason)}, <Moment at={suppressed.since} timeZone={timezone} />.{" "}
          {mayLift ? "It can be lifted with a reason." : "Only an administrator of your team can lift it, with a reason."}
        </p>
      </div>
    </div>
  );
}
