import { and, eq, isNull, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { deliveries } from "@/db/schema/sending";
import { requestAsShown } from "../../mail/compare/request-as-shown";
import type { ShownMail } from "../../mail/compare/shown-mail";
import { hashRequest, type MailRequest } from "../../mail/mail-request";
import { comparedWithinHours, readBackAfterMinutes } from "../../mail/read-back-limits";
import { readKeptRequest } from "../../mail/read-kept-request";
import type { Mailbox } from "../../microsoft/graph/clients";
import { readShownMail } from "../../microsoft/graph/read-shown-mail";
import { itemFault } from "../../microsoft/graph/reading/reading-faults";
import { compareCopy } from "./compare-copy";
import { keepVerdict } from "./keep-verdict";

/** So many copies of a mailbox are read in one go. */
const atOnce = 15;

type Copy = { id: string; graphId: string; request: unknown; hash: string };

/**
 * Reads the copies among the sent items that were not compared yet, and compares each once with what was signed. A copy that cannot be
 * read is tried again a few times; then it stays uncompared, and its page says so. One that its owner sent from Outlook is known to differ.
 * @throws what is a fault of the mailbox and not of one copy.
 */
export async function readBack(scope: Scope, senderAccountId: string, mailbox: Mailbox, now: Date): Promise<void> {
  for (const copy of await listDue(scope, senderAccountId, now)) {
    const signed = signedOf(copy);
    const found = signed && (await read(mailbox, copy.graphId));
    if (!signed || !found) {
      await noteTry(scope, copy.id, signed === null);
      continue;
    }
    const before = requestAsShown(signed);
    await keepVerdict(scope, copy.id, { signed: before, found, differences: compareCopy(before, found) }, now);
  }
}

function listDue(scope: Scope, senderAccountId: string, now: Date): Promise<Copy[]> {
  const at = now.toISOString();
  const minutes = sql.raw(`(array[${readBackAfterMinutes.join(", ")}])[v.read_back_tries + 1]`);
  return withTeam(scope, (tx) =>
    readRows<Copy>(
      tx,
      sql`select v.id, v.sent_graph_id as "graphId", d.request, v.request_hash as hash
          from deliveries v join email_drafts d on d.id = v.draft_id
          where v.sender_account_id = ${senderAccountId} and v.state = 'confirmed' and v.read_back is null and v.sent_graph_id is not null
            and v.confirmed_at > ${at}::timestamptz - ${comparedWithinHours} * interval '1 hour'
            and v.confirmed_at + ${minutes} * interval '1 minute' <= ${at}::timestamptz
            and not exists (select 1 from mail_differences x where x.delivery_id = v.id and x.place = 'by hand')
          order by v.confirmed_at limit ${atOnce}`,
    ),
  );
}

/** Null where nobody can tell any more what was handed over. */
function signedOf({ request, hash }: Copy): MailRequest | null {
  const kept = readKeptRequest(request);
  return "request" in kept && hashRequest(kept.request) === hash ? kept.request : null;
}

/** Null where the copy is gone, or Exchange cannot show it. */
async function read(mailbox: Mailbox, graphId: string): Promise<ShownMail | null> {
  try {
    const copy = await readShownMail(mailbox, graphId);
    return copy && !copy.isDraft ? copy.shown : null;
  } catch (error) {
    if (itemFault(error)) return null;
    throw error;
  }
}

function noteTry(scope: Scope, id: string, isLast: boolean) {
  const readBackTries = isLast ? readBackAfterMinutes.length : sql`${deliveries.readBackTries} + 1`;
  return withTeam(scope, (tx) =>
    tx
      .update(deliveries)
      .set({ readBackTries })
      .where(and(eq(deliveries.id, id), isNull(deliveries.readBack))),
  );
}
