import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { AppError } from "../../errors/app-error";
import { partBytes } from "./keep-file";

/**
 * The bytes of a kept file, a megabyte at a time, from one of its pieces on. The next is fetched while one is worked on.
 * @param size how many it has. @throws AppError "invalid" where some of them are not there any more: the end of what is left is not the end of the file.
 */
export async function* readKept(scope: Scope, uploadId: string, size: number, from = 0): AsyncGenerator<Buffer> {
  let read = from * partBytes;
  let next = readPart(scope, uploadId, from);
  for (let place = from + 1; ; place += 1) {
    const part = await next;
    if (!part) {
      if (read < size) throw new AppError("invalid", "The file is not kept any more. Choose it again.");
      return;
    }
    read += part.length;
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
