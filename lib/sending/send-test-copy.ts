import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaignSequences, campaigns } from "@/db/schema/campaigns";
import { testCopies } from "@/db/schema/sending";
import { members } from "@/db/schema/teams";
import { previewStepInside } from "../campaigns/setup/preview-step";
import { env } from "../env/env";
import { AppError } from "../errors/app-error";
import { listUnsubscribe } from "../mail/leaving/list-unsubscribe";
import type { MailRequest } from "../mail/mail-request";
import { createDraft } from "../microsoft/graph/create-draft";
import { deleteDraft } from "../microsoft/graph/delete-draft";
import { answerOf, type GraphAnswer } from "../microsoft/graph/graph-answer";
import { mailboxRefusals, sendRefusals } from "../microsoft/graph/graph-codes";
import { sendMessage } from "../microsoft/graph/send-message";
import { acquireMailToken } from "../microsoft/tokens/acquire-mail-token";

/**
 * Sends one step, as a chosen person of the list would get it, to the address of whoever asks; to nobody else. Unsigned and
 * uncounted, in a table of its own. An answer that leaves it open whether the copy left is said so, never repeated.
 * @returns the address. @throws AppError "not_found", "blocked" without a mailbox or text, "unavailable".
 */
export async function sendTestCopy(scope: Scope & { memberId: string }, stepId: string, index: number): Promise<string> {
  const sendKey = randomBytes(16).toString("hex");
  const { copyId, request } = await withTeam(scope, async (tx) => {
    const preview = await previewStepInside(tx, stepId, index);
    if (preview.problem) throw new AppError("blocked", `The text cannot be read yet: ${preview.problem}`);
    const [step] = await tx.select().from(campaignSequences).where(eq(campaignSequences.id, stepId));
    const [campaign] = step ? await tx.select().from(campaigns).where(eq(campaigns.id, step.campaignId)) : [];
    const [person] = await tx
      .select({ name: members.name, email: members.email })
      .from(members)
      .where(eq(members.id, scope.memberId));
    if (!person) throw new AppError("not_found");
    if (!campaign?.senderAccountId) throw new AppError("blocked", "Choose the mailbox to send from first.");
    const [copy] = await tx
      .insert(testCopies)
      .values({
        memberId: scope.memberId,
        senderAccountId: campaign.senderAccountId,
        sequenceId: stepId,
        toEmail: person.email,
        subject: preview.subject,
        sendKey,
      })
      .returning({ id: testCopies.id });
    if (!copy) throw new Error("The copy was not written.");
    const unsubscribeUrl = `${env().APP_URL}/u/preview`;
    const request: MailRequest = {
      version: 2,
      from: { senderAccountId: campaign.senderAccountId, email: preview.from, name: preview.fromName },
      to: person,
      subject: `Test: ${preview.subject || "no subject yet"}`,
      html: preview.html,
      thread: null,
      unsubscribeUrl,
      headers: [listUnsubscribe(preview.from, unsubscribeUrl)],
    };
    return { copyId: copy.id, request };
  });
  const settle = (change: { state: "sent" | "failed" | "unknown"; graphId?: string; error?: string; sentAt?: Date }) =>
    withTeam(scope, (tx) =>
      tx
        .update(testCopies)
        .set(change)
        .where(and(eq(testCopies.id, copyId), eq(testCopies.state, "queued"))),
    );
  try {
    const token = await acquireMailToken(scope, request.from.senderAccountId);
    const mailbox = { token: async () => token };
    const draft = await createDraft(mailbox, request, sendKey);
    const answer = await sendMessage(mailbox, draft.graphId);
    if (sendRefusals.includes(answer.verdict)) {
      await deleteDraft(mailbox, draft.graphId).catch(() => {});
      await settle({ state: "failed", error: answer.code });
      throw notSent(answer, request.from.email);
    }
    if (answer.verdict !== "done") {
      await settle({ state: "unknown", graphId: draft.graphId, error: String(answer.status) });
      throw new AppError(
        "unavailable",
        "Exchange gave no clear answer. The test copy may arrive; look before you ask for another.",
      );
    }
    await settle({ state: "sent", graphId: draft.graphId, sentAt: new Date() });
    return request.to.email;
  } catch (error) {
    if (error instanceof AppError) throw error;
    const answer = answerOf(error);
    await settle({ state: "failed", error: answer.code });
    throw notSent(answer, request.from.email);
  }
}

function notSent({ verdict, code }: GraphAnswer, from: string): AppError {
  if (verdict === "signed out") return new AppError("blocked", `${from} is signed out. Reconnect it; no copy was sent.`);
  if (mailboxRefusals.includes(verdict))
    return new AppError("blocked", `Microsoft refuses to send from ${from} at the moment (${code}). No copy was sent.`);
  return new AppError("unavailable", "Exchange does not answer at the moment. No copy was sent; try again in a minute.");
}
