import { z } from "zod";
import { AppError } from "../errors/app-error";

/** An instant as Postgres writes it, "2026-11-26 12:00:00.123456+00", on a day that there is. */
const isInstant = (text: string) =>
  /^[\d.: +-]+$/.test(text) &&
  z.iso.datetime({ offset: true }).safeParse(text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00")).success;

/** The last row of a page, by what the list is sorted by: so it says where the next page begins even if that row is another now, or gone. */
const shape = z.tuple([z.boolean(), z.string().refine(isInstant), z.uuid()]);
type ThreadCursor = z.infer<typeof shape>;

export function writeCursor(cursor: ThreadCursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

/** @throws AppError "invalid" for anything that is none. */
export function readCursor(text: string): ThreadCursor {
  try {
    return shape.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
  } catch {
    throw new AppError("invalid", "This is no place in the list. Open the list again; nothing was changed.");
  }
}
