import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";

/** The bytes of a kept file, a megabyte at a time, from one of its pieces on. The next is fetched while one is worked on. */
export async function* readKept(scope: Scope, uploadId: string, from = 0): AsyncGenerator<Buffer> {
  let next = readPart(scope, uploadId, from);
  for (let place = from + 1; ; place += 1) {
    const part = await next;
    if (!part) return;
    next = readPart(scope, uploadId, place);
    // Whoever stops reading early awaits no more of it.
    next.catch(() => {});
    yield part;
  }
}

async function readPart(scope: Scope, uploadId: string, place: number): Promise<Buffer | null> {
  const [row] = await withTeam(scope, (tx) =>
    readRows<{ bytes: Buffer }>(tx, sql`select bytes from upload_parts where upload_batch_id = ${uploadId} and place = ${place}`),
  );
  return row?.bytes ?? null;
}

/** The first megabyte of a kept file. */
export async function readHead(scope: Scope, uploadId: string): Promise<Buffer> {
  return (await readPart(scope, uploadId, 0)) ?? Buffer.alloc(0);
}
