import { notFound } from "next/navigation";
import { titleOf } from "@/app/ui/words/title-of";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/auth/rights";
import { findDomain } from "@/lib/domains/find-domain";
import { readDomains } from "@/lib/domains/read-domains";
import { linesOf } from "@/lib/mail/sanitize-html";
import { describeAadsts } from "@/lib/microsoft/tokens/aadsts";
import { adminConsentLink } from "@/lib/microsoft/tokens/begin-consent";
import { readLooks } from "@/lib/replies/listening/read-looks";
import { readSetAsides } from "@/lib/replies/listening/read-set-asides";
import { countUnplaced } from "@/lib/replies/unplaced/count-unplaced";
import { toTemporal } from "@/lib/schedule/clock/to-temporal";
import { readMet } from "@/lib/senders/guard/read-met";
import { readMailboxes } from "@/lib/senders/read-mailboxes";
import { readHealth } from "@/lib/sending/health/read-health";
import { findTenant } from "@/lib/team/find-tenant";
import { DomainLine } from "../../domain-line";
import settings from "../../settings.module.css";
import { Aside } from "./aside";
import { callPerson, describeMailbox, listFigures, sayBack, writeRequest } from "./describe-mailbox";
import { Disconnect } from "./disconnect";
import { GuardCard } from "./guard/guard-card";
import classes from "./health.module.css";
import { MailboxHead } from "./mailbox-head";
import { SelfTest } from "./self-test";
import { SignatureForm } from "./signature-form";
import { TroubleCard } from "./trouble-card";

export const generateMetadata = titleOf("mailbox", "Settings");

export default async function MailboxPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember();
  const { id } = await params;
  const now = new Date();
  const mailbox = (await readMailboxes(member, member.teamTimezone, now)).find((one) => one.id === id);
  if (!mailbox) notFound();
  const [looks, setAsides] = await Promise.all([readLooks(member, id, now), readSetAsides(member, id)]);
  const health = await readHealth(member, id, member.teamTimezone, now);
  const domains = await readDomains(member);
  const met = mailbox.guard && (await readMet(member, id, mailbox.guard.kind));
  const unplaced = await countUnplaced(member, id);
  const reader = { now: toTemporal(now), timeZone: member.timezone };
  const manages = hasRight(member.role, "mailboxes:manage");
  const { verdict, lead, explained } = describeMailbox(mailbox, reader);
  const isToAllow = describeAadsts(mailbox.code)?.meaning === "app_removed" || mailbox.code === "AADSTS65001";
  const link = explained?.request && isToAllow ? adminConsentLink(await findTenant(member), now) : null;
  return (
    <div className={settings.body}>
      <div className={settings.main}>
        {manages && <Disconnect senderAccountId={id} email={mailbox.email} planned={mailbox.plannedToday} />}
        <MailboxHead id={id} email={mailbox.email} unplaced={unplaced} />
        <h1>{verdict}</h1>
        <p className={classes.lead}>{lead}</p>
        <DomainLine row={findDomain(domains, mailbox.email)} reader={reader} className={settings.notice} />
        {explained && (
          <TroubleCard
            mailbox={mailbox}
            explained={explained}
            figures={listFigures(health.waiting, explained.isRead, reader)}
            request={explained.request ? writeRequest(mailbox, explained, reader, link) : null}
            handOver={health.handOver}
            manages={manages}
          />
        )}
        {mailbox.guard && met && (
          <GuardCard
            mailbox={mailbox}
            guard={mailbox.guard}
            met={met}
            waiting={health.waiting}
            handOver={health.handOver}
            reader={reader}
            mayGoOn={hasRight(member.role, "campaigns:stop")}
            manages={manages && explained === null}
          />
        )}
        <SelfTest
          mailbox={{ id, email: mailbox.email }}
          name={callPerson(mailbox)}
          test={health.test}
          readAt={health.look.readAt}
          isBroken={explained !== null}
          brokenSince={explained && mailbox.heldSince}
          endsTrouble={mailbox.hold !== null && !["limited", "unreadable", "guarded"].includes(mailbox.hold)}
          reader={reader}
          manages={manages}
        />
        <SignatureForm senderAccountId={id} text={linesOf(mailbox.signatureHtml)} manages={manages} />
      </div>
      <Aside
        look={health.look}
        looks={looks}
        setAsides={setAsides}
        limits={health.limits}
        isBroken={explained !== null}
        back={explained ? sayBack(health.waiting, reader) : null}
        reader={reader}
      />
    </div>
  );
}
