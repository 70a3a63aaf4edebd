import { z } from "zod";
import { mostFields, mostLetters } from "@/lib/actions/text-limits";

const policy = z.enum(["fill", "overwrite", "leave"]);

/** What a person chose for the columns of a file, and for people who are known. */
export const columnsInput = {
  targets: z.array(z.string().max(mostLetters.short)).max(mostFields),
  known: z.array(policy.nullable()).max(mostFields),
  knownPolicy: policy,
};
