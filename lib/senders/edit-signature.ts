import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { senderAccounts } from "@/db/schema/senders";
import { AppError } from "../errors/app-error";
import { sanitizeHtml } from "../mail/sanitize-html";

/**
 * Changes the block under every mail that is written from now on; mails that are signed keep the one they were signed with.
 * @returns the block as kept. @throws AppError "not_found".
 */
export function editSignature(scope: Scope, senderAccountId: string, html: string): Promise<string> {
  const signatureHtml = sanitizeHtml(html);
  return withTeam(scope, async (tx) => {
    const changed = await tx
      .update(senderAccounts)
      .set({ signatureHtml, signatureBy: scope.memberId })
      .where(eq(senderAccounts.id, senderAccountId))
      .returning({ id: senderAccounts.id });
    if (changed.length === 0) throw new AppError("not_found");
    return signatureHtml;
  });
}
