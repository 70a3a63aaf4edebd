import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { type InCampaign, nameInCampaign } from "../../campaigns/words/name-standing";
import { AppError } from "../../errors/app-error";
import { writeCell } from "../../files/out/csv-cell";

type Row = InCampaign & {
  id: string;
  position: number;
  name: string | null;
  email: string;
  sent: number;
  lastSentAt: string | null;
  repliedAt: string | null;
};

const perPiece = 2000;

/**
 * What became of everybody of a campaign, in line order, as a CSV file in pieces that a spreadsheet opens without running anything. Each piece is read
 * when the one before was taken. It begins with a mark of byte order, by which Excel knows UTF-8. @throws AppError "not_found" before the first piece.
 */
export async function* writeResults(scope: Scope, campaignId: string): AsyncGenerator<string> {
  let rows = await readPiece(scope, campaignId, null);
  yield "\ufeffname,address,status,mails sent,last sent at,replied at,ended reason\r\n";
  while (rows.length > 0) {
    yield rows.map(lineOf).join("");
    const last = rows.at(-1);
    rows = last && rows.length === perPiece ? await readPiece(scope, campaignId, last) : [];
  }
}

function readPiece(scope: Scope, campaignId: string, after: Pick<Row, "position" | "id"> | null): Promise<Row[]> {
  const further = after ? sql`and (c.position, c.id) > (${after.position}::int, ${after.id}::uuid)` : sql``;
  return withTeam(scope, async (tx) => {
    const [there] = await readRows<{ id: string }>(tx, sql`select id from campaigns where id = ${campaignId}`);
    if (!there) throw new AppError("not_found");
    return readRows<Row>(
      tx,
      sql`select c.id, c.position, p.name, c.recipient_email as email, c.status, c.wait_reason as "waitReason", c.ended_reason as "endedReason",
            c.replied_at is not null as answered, c.current_sequence_step as sent, c.last_email_sent_at as "lastSentAt", c.replied_at as "repliedAt"
          from campaign_contacts c join contacts p on p.id = c.contact_id where c.campaign_id = ${campaignId} ${further}
          order by c.position, c.id limit ${perPiece}`,
    );
  });
}

function lineOf(row: Row): string {
  const iso = (text: string | null) => instantOf(text)?.toISOString() ?? null;
  const cells = [
    row.name,
    row.email,
    nameInCampaign(row).words,
    String(row.sent),
    iso(row.lastSentAt),
    iso(row.repliedAt),
    row.endedReason,
  ];
  return `${cells.map(writeCell).join(",")}\r\n`;
}
