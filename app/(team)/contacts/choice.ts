import { z } from "zod";

const ids = z.array(z.uuid()).min(1, "Choose somebody first.").max(1000, "At most 1,000 at a time.");

const act = z.strictObject({ act: z.uuid() });
/** Some by their ids, or all that an address of the pages shows. */
export const choice = z.union([
  ids,
  z
    .strictObject({
      all: z.literal(true),
      search: z.string().max(200).optional(),
      listId: z.uuid().optional(),
      suppressed: z.boolean().optional(),
    })
    .transform(({ all: _, ...filter }) => filter),
]);

/** Whom to archive: some of those shown, or all whom one act brought back. */
export const toArchive = z.union([choice, act]);

/** Whom to restore: some by their ids, all archived that a search finds, or all whom one act archived. */
export const toRestore = z.union([
  ids,
  z.strictObject({ all: z.literal(true), search: z.string().max(200).optional() }).transform(({ all: _, ...filter }) => filter),
  act,
]);
