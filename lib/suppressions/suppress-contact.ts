import { and, eq, isNull } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { contacts, suppressions } from "@/db/schema/contacts";
import { endEverywhere } from "../campaigns/end-contact";
import { readAct } from "../campaigns/words/read-act";
import { sayHandedOver } from "../campaigns/words/say-handed-over";
import { AppError } from "../errors/app-error";
import { recordActivity } from "../events/record-activity";
import { suppressAddress } from "./suppress-address";

/**
 * A person of the team decides that an address gets no more mail: it ends in every campaign. What only holds back is never refused.
 * @returns in how many campaigns it ended, and what was so already: that it was suppressed, or that a mail is with Exchange.
 * @throws AppError "not_found" for another team's contact.
 */
export async function suppressContact(
  scope: Scope,
  contactId: string,
  now: Date,
): Promise<{ ended: number; was: string | null }> {
  return withTeam(scope, async (tx) => {
    const [contact] = await tx
      .select({ email: contacts.email, norm: contacts.emailNorm })
      .from(contacts)
      .where(eq(contacts.id, contactId));
    if (!contact) throw new AppError("not_found");
    const was = await saySuppressed(tx, scope, contact.norm, now);
    await suppressAddress(tx, { email: contact.email, reason: "by hand", campaignContactId: null, memberId: scope.memberId });
    const ended = await endEverywhere(tx, scope, contactId, "suppressed", now);
    await recordActivity(tx, scope, { verb: "suppressed", at: now, contactId });
    return { ended, was: was ?? (await sayHandedOver(tx, scope, { contactId }, now)) };
  });
}

/** Who suppressed the address before, and why; null where nobody did. */
async function saySuppressed(tx: TeamTransaction, scope: Scope, emailNorm: string, now: Date): Promise<string | null> {
  const [open] = await tx
    .select()
    .from(suppressions)
    .where(and(eq(suppressions.emailNorm, emailNorm), isNull(suppressions.liftedAt)));
  if (!open) return null;
  const { who, when } = await readAct(tx, { by: open.createdBy, at: open.createdAt }, { memberId: scope.memberId, now });
  if (open.reason === "by hand") return `${who} suppressed this address already${when}.`;
  return `This address was suppressed already${when}: ${open.reason}.`;
}
