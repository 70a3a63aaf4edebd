import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { withSystem } from "@/db/access/with-system";
import type { LinkedTo } from "./read-why";

type Found = { teamId: string; campaignContactId: string | null; singleMailId: string | null };

/**
 * Whose token it is, over all teams: a stranger's browser names none. Null for what we never made. One look into both indexes, whatever is found, so
 * that an unknown token takes as long as a known one.
 */
export async function findToken(token: string): Promise<(LinkedTo & { teamId: string }) | null> {
  if (!/^[0-9a-f]{64}$/.test(token)) return null;
  const [row] = await withSystem("unsubscribe link", (tx) =>
    readRows<Found>(
      tx,
      sql`select team_id as "teamId", id as "campaignContactId", null::uuid as "singleMailId" from campaign_contacts where unsubscribe_token = ${token}
          union all select team_id, null, id from single_mails where unsubscribe_token = ${token}`,
    ),
  );
  return (row as (LinkedTo & { teamId: string }) | undefined) ?? null;
}
