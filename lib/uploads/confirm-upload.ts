import { isDeepStrictEqual } from "node:util";
import { and, eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { contactLists, uploadBatches } from "@/db/schema/contacts";
import type { KnownPolicy } from "@/db/schema/words";
import type { Target } from "../columns/mapping";
import { contactFields } from "../contacts/contact-fields";
import { AppError } from "../errors/app-error";
import { emit } from "../events/emit";
import type { Reading } from "../files/reading/reading";
import { findKept } from "./find-upload";

export type Confirmation = {
  /** For each column, in order. */
  targets: string[];
  knownPolicy: KnownPolicy;
  /** A new list that holds everybody of the file; null: no list. */
  listName: string | null;
  /** How it was read and the number of rows that were seen: a colleague may have had the file read in another way since. */
  seen?: { reading: Reading; rows: number };
};

const single = new Set<string>(contactFields);
const field = /^field:[a-z_][a-z0-9_]{0,63}$/;

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
    const headers = upload.headers ?? [];
    const { seen } = given;
    if (seen && (seen.rows !== upload.counted.rows || !isDeepStrictEqual(seen.reading, upload.reading)))
      throw new AppError("conflict", "The file is read in another way since you looked. Look at its columns again.");
    const mapping = headers.map((header, index) => ({
      header,
      target: targetOf(given.targets[index]),
      ...(upload.mapping[index]?.also ? { also: true as const } : {}),
    }));
    const used = mapping.map((one) => one.target).filter((target) => target !== "skip");
    if (!used.includes("email")) throw new AppError("invalid", "Choose the column that holds the email address.");
    const double = used.find((target, index) => used.indexOf(target) !== index);
    if (double) {
      throw new AppError(
        "invalid",
        `Two columns become ${double.replace("field:", "the field ")}. Choose another for one of them.`,
      );
    }
    const [list] = given.listName?.trim()
      ? await tx.insert(contactLists).values({ name: given.listName.trim(), createdAt: now }).returning({ id: contactLists.id })
      : [];
    const started = await tx
      .update(uploadBatches)
      .set({
        status: "processing",
        columnMapping: mapping,
        knownPolicy: given.knownPolicy,
        listId: list?.id ?? null,
        startedAt: now,
      })
      .where(and(eq(uploadBatches.id, uploadId), eq(uploadBatches.status, "pending")))
      .returning({ id: uploadBatches.id });
    if (started.length === 0) throw new AppError("conflict", "This import was started already.");
    await emit(tx, "upload/begun", [{ eventId: `upload:${uploadId}`, data: { teamId: scope.teamId, uploadId } }]);
  });
}

function targetOf(text: string | undefined): Target {
  if (text === undefined || text === "skip") return "skip";
  if (single.has(text) || field.test(text)) return text as Target;
  throw new AppError("invalid", "One of the columns has an unknown meaning.");
}
