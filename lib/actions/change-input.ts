import { z } from "zod";

/**
 * The input of a verb that changes some of many things: `of` says of what, `change` holds what may be given. One that gives none of them
 * is refused: there is nothing to set, and nobody is to be named as who changed something.
 */
export function changeInput<Of extends z.ZodRawShape, Change extends z.ZodRawShape>(of: Of, change: Change) {
  const names = Object.keys(change);
  return z
    .object({ ...of, ...change })
    .refine(
      (given) => names.some((name) => (given as Record<string, unknown>)[name] !== undefined),
      "Nothing was given to change.",
    );
}
