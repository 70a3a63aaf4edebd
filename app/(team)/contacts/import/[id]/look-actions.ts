"use server";

import { z } from "zod";
import { createAction } from "@/lib/actions/create-action";
import { mostLetters } from "@/lib/actions/text-limits";
import { findSameName } from "@/lib/lists/find-same-name";
import { foreseeKnown } from "@/lib/uploads/count/foresee-known";
import { countRows } from "@/lib/uploads/count-rows";
import { columnsInput } from "../columns-input";

const id = z.uuid();

/** How all rows count when the addresses stand in another column. */
export const countRowsAction = createAction({
  right: "team:read",
  reads: true,
  input: z.object({ uploadId: id, column: z.int().min(0).max(199) }),
  run: ({ member }, input) => countRows(member, input.uploadId, input.column),
});

/** What the file would do to people who are known. */
export const foreseeKnownAction = createAction({
  right: "team:read",
  reads: true,
  input: z.object({ uploadId: id, ...columnsInput }),
  run: ({ member }, { uploadId, ...given }) => foreseeKnown(member, uploadId, given),
});

/** The list that is called so already. */
export const findSameNameAction = createAction({
  right: "team:read",
  reads: true,
  input: z.object({ name: z.string().max(mostLetters.name) }),
  run: ({ member }, input) => findSameName(member, input.name),
});
