import { z } from "zod";
import { encodings } from "./letters/encodings";
import { dividers, quoteMarks } from "./reading";

const line = z.int().min(1).max(10_000_000);

/** A reading as a page gives it back. */
export const readingSchema = z.object({
  encoding: z.enum(Object.keys(encodings) as [keyof typeof encodings]),
  divider: z.enum(dividers),
  quote: z.enum(quoteMarks).nullable(),
  escape: z.enum(["double", "backslash"]),
  headerLine: line.nullable(),
  skipTop: line.or(z.literal(0)),
  skipEnd: line.or(z.literal(0)),
});
