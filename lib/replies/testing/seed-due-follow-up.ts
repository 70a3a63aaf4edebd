import { eq } from "drizzle-orm";
import { withTeam } from "@/db/access/with-team";
import { deliveries } from "@/db/schema/sending";
import { seedDelivery } from "@/db/seed/seed-enrolment";
import type { MailWorld } from "../../microsoft/graph/testing/start-mail";
import { recordAccepted } from "../../sending/ledger/record-accepted";
import { type ReadyMail, seedFollowUp, seedNextReadyMail } from "../../sending/testing/seed-ready-mail";

export type DueFollowUp = ReadyMail & { messageId: string };

const anna = { emailAddress: { address: "anna@contoso.com", name: "Anna Keller" } };

/** Another contact of a campaign who got the first mail from Anna's mailbox a day ago; the follow-up is signed and due. */
export async function seedDueFollowUp(world: MailWorld, campaign: ReadyMail, place: number): Promise<DueFollowUp> {
  const { admin } = world.db;
  const due = new Date(Date.now() - 60_000);
  const at = new Date(Date.now() - 86_400_000);
  const first = await seedNextReadyMail(admin, campaign, due, place);
  const messageId = `<first-${first.campaignContactId}@contoso.com>`;
  const to = { emailAddress: { address: first.email, name: first.email } };
  const sent = { folder: "sentitems", subject: "Hello", from: anna, toRecipients: [to], internetMessageId: messageId };
  const put = { mailbox: "anna@contoso.com", receivedDateTime: at.toISOString(), ...sent };
  const { id } = (await world.admin("POST", "messages", put)) as { id: string };
  await seedDelivery(admin, first.draftId, { state: "confirmed", at, graphId: id, internetMessageId: messageId });
  await admin`update deliveries set sent_graph_id = ${id}, read_back = 'equal' where draft_id = ${first.draftId}`;
  await withTeam(first.scope, async (tx) => {
    const [row] = await tx.select().from(deliveries).where(eq(deliveries.draftId, first.draftId));
    if (row) await recordAccepted(tx, row, at);
  });
  return { ...(await seedFollowUp(admin, first, 2, due)), messageId };
}
