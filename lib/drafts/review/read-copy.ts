import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import type { ReadBack } from "@/db/schema/words";
import { type Difference, difference, type ShownMail, shownMail } from "../../mail/compare/shown-mail";
import { comparedWithinHours, readBackAfterMinutes } from "../../mail/read-back-limits";

/** How the copy among the sent items compares with what was signed; times are in the reader's words. */
export type Copy = {
  /** waits: it will be read. never: it could not be read, or left before copies were compared. */
  verdict: ReadBack | "waits" | "never";
  at: string;
  /** Where it is explained: what Exchange changed. */
  changes: string[];
  /** Where a person was asked: in what it differs, the copy as it was found, and who let it go on. */
  found: { id: string; differences: Difference[]; mail: ShownMail; settled: { by: string; at: string } | null } | null;
};

type Row = {
  readBack: ReadBack | null;
  readBackAt: string | null;
  tries: number;
  changes: string[] | null;
  confirmedAt: string | null;
  differenceId: string | null;
  differences: unknown;
  found: unknown;
  settledAt: string | null;
  settledBy: string | null;
};

/** @returns null for a mail that has not left by itself: where its owner sent it from Outlook, that is told elsewhere. */
export async function readCopy(tx: TeamTransaction, draftId: string, now: Date, say: (at: Date) => string): Promise<Copy | null> {
  const [row] = await readRows<Row>(
    tx,
    sql`select v.read_back as "readBack", v.read_back_at as "readBackAt", v.read_back_tries as tries, v.read_back_changes as changes,
          v.confirmed_at as "confirmedAt", x.id as "differenceId", x.differences, x.found, x.settled_at as "settledAt", m.name as "settledBy"
        from deliveries v left join mail_differences x on x.delivery_id = v.id and x.place = 'sent'
          left join members m on m.id = x.settled_by
        where v.draft_id = ${draftId} and v.state in ('accepted', 'confirmed')
          and not exists (select 1 from mail_differences y where y.delivery_id = v.id and y.place = 'by hand')
        order by x.found_at desc limit 1`,
  );
  if (!row) return null;
  const readAt = instantOf(row.readBackAt);
  return {
    verdict: row.readBack ?? (isOver(row, now) ? "never" : "waits"),
    at: readAt ? say(readAt) : "",
    changes: row.changes ?? [],
    found: row.differenceId
      ? {
          id: row.differenceId,
          differences: difference.array().parse(row.differences),
          mail: shownMail.parse(row.found),
          settled: row.settledAt ? { by: row.settledBy ?? "somebody", at: say(instantOf(row.settledAt)) } : null,
        }
      : null,
  };
}

function isOver({ tries, confirmedAt }: Row, now: Date): boolean {
  const seenAt = instantOf(confirmedAt);
  return (
    tries >= readBackAfterMinutes.length ||
    (seenAt !== null && now.getTime() - seenAt.getTime() > comparedWithinHours * 3_600_000)
  );
}
