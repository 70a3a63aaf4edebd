import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import type { MessageKind } from "@/db/schema/words";
import { emit } from "../../events/emit";
import { joinsThread } from "../../threads/joins-thread";

/** What somebody wrote is kept soon after it came, where the team keeps letters. Lost, it is kept when it is first read. */
export async function askToKeep(tx: TeamTransaction, teamId: string, message: { id: string; kind: MessageKind }): Promise<void> {
  if (!joinsThread(message)) return;
  const [team] = await readRows<{ keeps: boolean }>(tx, sql`select keep_letters as keeps from teams`);
  if (!team?.keeps) return;
  const messageId = message.id;
  await emit(tx, "mailbox/letter.came", [{ eventId: `came:${messageId}`, data: { teamId, messageId } }]);
}
