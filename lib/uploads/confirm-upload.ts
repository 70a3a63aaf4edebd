import { isDeepStrictEqual } from "node:util";
import { and, eq } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { contactLists, uploadBatches } from "@/db/schema/contacts";
import type { KnownPolicy } from "@/db/schema/words";
import { type ColumnChoice, checkMapping, chooseMapping } from "../columns/choose-mapping";
import { AppError } from "../errors/app-error";
import { emit } from "../events/emit";
import type { Reading } from "../files/reading/reading";
import { findSameNameInside } from "../lists/find-same-name";
import { holdList } from "../lists/hold-list";
import { findKept } from "./find-upload";

/** A list that everybody of a file goes into: a new one, though one of that name exists if it is a second, or one that is there. */
export type IntoList = { name: string; isSecond?: boolean | undefined } | { id: string };

export type Confirmation = ColumnChoice & {
  knownPolicy: KnownPolicy;
  list?: IntoList | null;
  /** A new list, whatever others are called. */
  listName?: string | null;
  /** How it was read and the number of rows that were seen: a colleague may have had the file read in another way since. */
  seen?: { reading: Reading; rows: number };
};

/**
 * Starts turning the rows of an upload into contacts, under the mapping a person saw.
 * @throws AppError "not_found", "conflict" when it was started already, "invalid" for columns that do not fit together.
 */
export async function confirmUpload(scope: Scope, uploadId: string, given: Confirmation, now: Date): Promise<void> {
  await withTeam(scope, async (tx) => {
    // Whoever changes how it is read waits until it has begun, and is told then.
    await tx.select({ id: uploadBatches.id }).from(uploadBatches).where(eq(uploadBatches.id, uploadId)).for("update");
    const upload = await findKept(tx, uploadId);
    const blocking = upload.findings.doubts.find((doubt) => doubt.blocks);
    if (blocking) throw new AppError("invalid", `${blocking.title}. Choose how the file is read first.`);
    if (!upload.counted) throw new AppError("conflict", "The rows of the file are still counted. Try again in a moment.");
    if (upload.counted.rows === 0) throw new AppError("invalid", "No row is left. Leave out fewer lines.");
    const { seen } = given;
    if (seen && (seen.rows !== upload.counted.rows || !isDeepStrictEqual(seen.reading, upload.reading)))
      throw new AppError("conflict", "The file is read in another way since you looked. Look at its columns again.");
    const columnMapping = chooseMapping(upload.mapping, given);
    checkMapping(columnMapping);
    const newList = given.listName ? { name: given.listName, isSecond: true } : null;
    const listId = await chooseList(tx, given.list ?? newList, now);
    const started = await tx
      .update(uploadBatches)
      .set({ status: "processing", columnMapping, knownPolicy: given.knownPolicy, listId, startedAt: now })
      .where(and(eq(uploadBatches.id, uploadId), eq(uploadBatches.status, "pending")))
      .returning({ id: uploadBatches.id });
    if (started.length === 0) throw new AppError("conflict", "This import was started already.");
    await emit(tx, "upload/begun", [{ eventId: `upload:${uploadId}`, data: { teamId: scope.teamId, uploadId } }]);
  });
}

/** @returns the list's id. @throws AppError "conflict" where it is gone, or where nobody was asked about one of that name. */
async function chooseList(tx: TeamTransaction, into: IntoList | null, now: Date): Promise<string | null> {
  if (into && "id" in into) return holdList(tx, into.id).then(() => into.id);
  const name = into?.name.trim();
  if (!name) return null;
  if (!into?.isSecond && (await findSameNameInside(tx, name)))
    throw new AppError(
      "conflict",
      `There is a list “${name}” by now. Say whether these people go into it, or into a second one.`,
    );
  const [made] = await tx.insert(contactLists).values({ name, createdAt: now }).returning({ id: contactLists.id });
  return made?.id ?? null;
}
