import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import type { TeamTransaction } from "@/db/access/with-team";
import type { StoppedMail } from "@/db/schema/replies";
import { openStatuses } from "@/db/schema/words";

/** Writes down with a message what it stopped: of what was next before it (`readNext`), all that goes on no more. */
export async function noteStopped(tx: TeamTransaction, messageId: string, next: StoppedMail[]): Promise<void> {
  if (next.length === 0) return;
  await tx.execute(
    sql`update mailbox_messages n set stopped = x.stopped
        from (select jsonb_agg(s.mail order by s.nr) as stopped from jsonb_array_elements(${JSON.stringify(next)}::jsonb) with ordinality s (mail, nr)
          join campaign_contacts c on c.id = (s.mail->>'campaignContactId')::uuid and c.status not in ${anyOf(openStatuses)}) x
        where n.id = ${messageId} and x.stopped is not null`,
  );
}
