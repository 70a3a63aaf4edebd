import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { Metadata } from "next";
import Link from "next/link";
import { readNotice } from "@/lib/auth/notice/told-notice";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/auth/rights";
import { findDomain } from "@/lib/domains/find-domain";
import { readDomains } from "@/lib/domains/read-domains";
import { readCorrected } from "@/lib/drafts/read-corrected";
import { adminConsentLink } from "@/lib/microsoft/tokens/begin-consent";
import { toTemporal } from "@/lib/schedule/clock/to-temporal";
import { describeMailboxNotice } from "@/lib/senders/describe-mailbox-notice";
import { readAllowed } from "@/lib/senders/guard/read-allowed";
import { readMailboxes } from "@/lib/senders/read-mailboxes";
import { readTeamLimits } from "@/lib/sending/health/read-team-limits";
import { findTenant } from "@/lib/team/find-tenant";
import classes from "../settings.module.css";
import { describeMailboxes } from "./describe-mailboxes";
import { CopyLink } from "./for-administrators/copy-link";
import { MailboxRow } from "./mailbox-row";
import { DomainStanding } from "./standing/domain-standing";
import standing from "./standing/standing.module.css";
import { WhatMicrosoftAllows } from "./standing/what-microsoft-allows";

export const metadata: Metadata = { title: "Mailboxes · Settings" };

type Search = Promise<{ notice?: string; code?: string }>;

export default async function MailboxesPage({ searchParams }: { searchParams: Search }) {
  const member = await requireMember();
  const { notice: word, code } = await searchParams;
  const now = new Date();
  const mailboxes = await readMailboxes(member, member.teamTimezone, now);
  const corrected = hasRight(member.role, "drafts:sign") ? await readCorrected(member) : [];
  const [domains, { outside }, allowed] = await Promise.all([
    readDomains(member),
    readTeamLimits(member, now),
    readAllowed(member),
  ]);
  const notice = describeMailboxNotice(readNotice(word, now), code);
  const consentLink = notice?.forAdministrator ? adminConsentLink(await findTenant(member), now) : null;
  const manages = hasRight(member.role, "mailboxes:manage");
  const reader = { now: toTemporal(now), timeZone: member.timezone };
  const { verdict, lead } = describeMailboxes(mailboxes);
  return (
    <div className={classes.main}>
      {notice && (
        <div className={`${classes.notice} ${notice.good ? classes.good : ""}`} role="status">
          {notice.text}
          {consentLink && (
            <span className={classes.noticeActs}>
              <CopyLink link={consentLink} />
              <a href={consentLink}>Allow mail access as an administrator of Microsoft 365</a>
              <Link href="/settings/mailboxes/for-administrators">What an administrator allows</Link>
            </span>
          )}
        </div>
      )}
      {manages && (
        <Button
          component="a"
          href="/api/mailboxes/connect"
          variant="default"
          className={classes.headAct}
          leftSection={<IconPlus size={16} stroke={1.7} />}
        >
          Connect a mailbox
        </Button>
      )}
      <h1>{verdict}</h1>
      <p className={classes.lead}>
        {lead}
        {!manages &&
          mailboxes.some((mailbox) => mailbox.hold === "signed_out") &&
          " An administrator of your team can reconnect it."}
        {!manages && mailboxes.length === 0 && " An administrator of your team does."}
      </p>
      {mailboxes.length > 0 && (
        <div className={`${classes.mailbox} ${classes.columns}`} aria-hidden="true">
          <span />
          <span>Mailbox</span>
          <span>Sent</span>
          <span>Inbox read</span>
          <span className={classes.number}>Answered, ever</span>
          <span className={classes.number}>Bounced, ever</span>
        </div>
      )}
      {mailboxes.length > 0 && (
        <div className={classes.card}>
          {mailboxes.map((mailbox) => (
            <MailboxRow
              key={mailbox.id}
              mailbox={mailbox}
              corrected={corrected.filter(({ senderAccountId }) => senderAccountId === mailbox.id)}
              reader={reader}
              manages={manages}
              domain={findDomain(domains, mailbox.email)}
            />
          ))}
        </div>
      )}
      {mailboxes.length > 0 && (
        <div className={standing.pair}>
          {domains.map((row) => (
            <DomainStanding key={row.domain} row={row} reader={reader} />
          ))}
          <WhatMicrosoftAllows
            outside={outside}
            allowed={allowed}
            reader={reader}
            manages={hasRight(member.role, "team:manage")}
          />
        </div>
      )}
      <p className={classes.under}>
        Where Microsoft 365 asks for an administrator:{" "}
        <Link href="/settings/mailboxes/for-administrators">what is allowed there, and how to narrow or remove it</Link>.
      </p>
    </div>
  );
}
