import { z } from "zod";

export const ids = z.array(z.uuid()).min(1, "Choose somebody first.").max(1000, "At most 1,000 at a time.");

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
