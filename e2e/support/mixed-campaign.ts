import type { Sql } from "postgres";
import { inventPeople } from "../../db/seed/invent-people";
import { anyHour, seedCampaign } from "../../db/seed/seed-campaign";
import { seedContacts } from "../../db/seed/seed-contacts";
import { seedDraft, seedEnrolment } from "../../db/seed/seed-enrolment";

/** How many wait for a signature alone, how many unsigned follow-ups' delay runs besides, and how many got everything. */
type People = { unsigned?: number; delayed?: number; done?: number };

/** A campaign of the demo team in which people stand so; none of its mail ever leaves, since nothing is signed. @returns its id. */
export async function mixedCampaign(sql: Sql, name: string, { unsigned = 0, delayed = 0, done = 0 }: People): Promise<string> {
  const [box] = await sql<{ teamId: string; id: string }[]>`
    select team_id as "teamId", id from sender_accounts where email = 'anna@contoso.com'`;
  if (!box) throw new Error("The demo has no mailbox of Anna's.");
  const people = inventPeople(unsigned + delayed + done).map((one, index) => ({
    ...one,
    email: `p${index}@${name.toLowerCase().replaceAll(/\W/g, "-")}-${Date.now()}.example`,
  }));
  const { contactIds, listId } = await seedContacts(sql, box.teamId, people, { fileName: `${name}.csv`, listName: name });
  const yesterday = new Date(Date.now() - 86_400_000);
  const isOver = done > 0 && unsigned + delayed === 0;
  const { campaignId } = await seedCampaign(sql, box.teamId, {
    ...{ name, listId, senderAccountId: box.id, launchedAt: yesterday, settings: { ...anyHour, dailyLimit: 7 } },
    ...(isOver ? { status: "completed" as const, completedAt: new Date() } : { status: "active" as const }),
    steps: [1, 2].map((n) => ({ name: `Step ${n}`, subject: n === 1 ? "A word" : "", body: `<p>Step ${n}.</p>`, days: 5 })),
  });
  for (const [index, contactId] of contactIds.entries()) {
    const position = index;
    if (index < unsigned)
      await seedDraft(sql, await seedEnrolment(sql, campaignId, contactId, { position, waitReason: "needs_signature" }));
    else {
      const mailed = { position, sent: 1, lastSentAt: yesterday };
      const isDone = index >= unsigned + delayed;
      const stands = isDone ? ({ status: "completed" } as const) : ({ status: "in_progress", waitReason: "delay" } as const);
      const enrolment = await seedEnrolment(sql, campaignId, contactId, { ...mailed, ...stands });
      if (isDone) await sql`update campaign_contacts set ended_reason = 'got every mail' where id = ${enrolment}`;
      else await seedDraft(sql, enrolment, { step: 2 });
    }
  }
  await sql`update campaign_contacts set due_at = last_email_sent_at + interval '5 days', next_at = last_email_sent_at + interval '5 days'
    where campaign_id = ${campaignId} and status = 'in_progress'`;
  return campaignId;
}
