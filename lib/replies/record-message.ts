import { and, eq } from "drizzle-orm";
import { withTeam } from "@/db/access/with-team";
import { campaignContacts } from "@/db/schema/campaigns";
import { emailReplies, mailboxMessages } from "@/db/schema/replies";
import { sentEmails } from "@/db/schema/sending";
import { endContact, endEverywhere } from "../campaigns/end-contact";
import { normalAddress } from "../mail/address";
import { isOfUs, readUs, type Us } from "../senders/read-us";
import { suppressAddress } from "../suppressions/suppress-address";
import type { Match } from "./match-message";
import { type MatchKeys, matchMessage } from "./match-message";

export type Finding = {
  kind: "reply" | "bounce" | "soft_bounce" | "automatic";
  keys: MatchKeys;
  internetMessageId: string;
  graphId: string;
  fromEmail: string | null;
  subject: string;
  snippet: string;
  statusCode: string | null;
  /** The code by which a report says that our own account is held back; the address it names is sound then. */
  ownTrouble: string | null;
  receivedAt: Date;
};

/**
 * Writes what a mailbox told us, once: the message row is unique per mailbox and Message-ID, and its effects
 * stand in the same transaction. A reply ends the contact, a dead address ends and suppresses it, an automatic
 * answer changes nothing. A message that belongs to no mail of ours leaves no trace.
 * @returns whether something new was written.
 */
export async function recordMessage(teamId: string, finding: Finding, now: Date): Promise<boolean> {
  return withTeam({ teamId, memberId: null }, async (tx) => {
    const match = await matchMessage(tx, finding.keys);
    if (!match || isAmongUs(await readUs(tx), finding, match)) return false;
    // Somebody may have written to two of our mailboxes at once: read in both, it is one message.
    await tx
      .select({ id: campaignContacts.id })
      .from(campaignContacts)
      .where(eq(campaignContacts.id, match.campaignContactId))
      .for("no key update");
    const [known] = await tx
      .select({ id: mailboxMessages.id })
      .from(mailboxMessages)
      .where(
        and(
          eq(mailboxMessages.internetMessageId, finding.internetMessageId),
          eq(mailboxMessages.campaignContactId, match.campaignContactId),
        ),
      );
    if (known) return false;
    const fresh = await tx
      .insert(mailboxMessages)
      .values({
        senderAccountId: finding.keys.senderAccountId,
        internetMessageId: finding.internetMessageId,
        graphId: finding.graphId,
        kind: finding.kind,
        matchedBy: match.matchedBy,
        campaignContactId: match.campaignContactId,
        contactId: match.contactId,
        fromEmail: finding.fromEmail,
        subject: finding.subject,
        snippet: finding.snippet,
        statusCode: finding.statusCode,
        receivedAt: finding.receivedAt,
      })
      .onConflictDoNothing()
      .returning({ id: mailboxMessages.id });
    if (fresh.length === 0) return false;
    if (finding.kind === "reply") await applyReply(tx, teamId, finding, match, now);
    if (finding.kind === "bounce") await applyBounce(tx, teamId, finding, match, now);
    return true;
  });
}

/** A colleague who writes on in a thread, or to whom it was forwarded, is not the contact. */
function isAmongUs(us: Us, { kind, fromEmail }: Finding, match: Match): boolean {
  const isReport = kind === "bounce" || kind === "soft_bounce";
  return !isReport && normalAddress(fromEmail ?? "") !== match.recipient && isOfUs(us, fromEmail);
}

type Tx = Parameters<Parameters<typeof withTeam>[1]>[0];

export async function applyReply(tx: Tx, teamId: string, finding: Finding, match: Match, now: Date) {
  await tx
    .insert(emailReplies)
    .values({
      sentEmailId: match.sentEmailId,
      campaignId: match.campaignId,
      contactId: match.contactId,
      messageId: finding.internetMessageId,
      receivedAt: finding.receivedAt,
      subject: finding.subject,
      snippet: finding.snippet,
      senderAccountId: finding.keys.senderAccountId,
      fromEmail: finding.fromEmail,
    })
    .onConflictDoNothing();
  // The trigger marked the contact; this takes back its plans and tells its run.
  await endContact(tx, { teamId, campaignContactId: match.campaignContactId }, "replied", now);
  // Whoever answered a campaign that is over is not to be mailed on by the next one.
  await endEverywhere(tx, { teamId }, match.contactId, "replied", now);
}

export async function applyBounce(tx: Tx, teamId: string, finding: Finding, match: Match, now: Date) {
  await endContact(tx, { teamId, campaignContactId: match.campaignContactId }, "bounced", now);
  if (match.sentEmailId) await tx.update(sentEmails).set({ status: "bounced" }).where(eq(sentEmails.id, match.sentEmailId));
  // The recipient may forward to an address that is dead: the mail bounced, but the dead one is not ours to judge.
  if (normalAddress(finding.keys.address ?? "") === match.recipient) {
    await suppressAddress(tx, {
      email: match.recipient,
      reason: "bounced",
      campaignContactId: match.campaignContactId,
      memberId: null,
    });
  }
}
