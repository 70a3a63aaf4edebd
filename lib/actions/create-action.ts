import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { findMember } from "../auth/find-member";
import type { Member } from "../auth/member";
import { hasRight, type Right } from "../auth/rights";
import { AppError } from "../errors/app-error";
import { type DescribedError, describeError } from "../errors/describe-error";

export type ActionResult<T> = { ok: true; data: T } | { ok: false; error: DescribedError };
export type ActionContext = { member: Member; now: Date };

/**
 * The only way to make a server action: session, right, input by schema, one verb of lib.
 * The action takes an object or a FormData and never throws; it answers with data or a sentence.
 */
export function createAction<Schema extends z.ZodType, Result>(definition: {
  right: Right;
  input: Schema;
  run: (context: ActionContext, input: z.output<Schema>) => Promise<Result>;
}): (input: z.input<Schema> | FormData) => Promise<ActionResult<Result>> {
  return async (raw) => {
    try {
      const member = await findMember();
      if (!member) throw new AppError("signed_out");
      if (!hasRight(member.role, definition.right)) throw new AppError("forbidden");
      const input = parseInput(definition.input, raw);
      return { ok: true, data: await definition.run({ member, now: new Date() }, input) };
    } catch (error) {
      unstable_rethrow(error);
      return { ok: false, error: describeError(error, { right: definition.right }) };
    }
  };
}

/** @throws AppError "invalid" with a sentence at each wrong field. */
function parseInput<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  const value = raw instanceof FormData ? Object.fromEntries(raw.entries()) : raw;
  const unkeepable = findUnkeepable(value, []);
  if (unkeepable) throw new AppError("invalid", undefined, { [unkeepable.join(".") || "form"]: unkeepableSentence });
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const fields: Record<string, string> = {};
  for (const issue of result.error.issues) fields[issue.path.join(".") || "form"] ??= issue.message;
  throw new AppError("invalid", undefined, fields);
}

const unkeepableSentence = "This holds a character that cannot be kept. Type it anew.";

/** Where a text stands that Postgres refuses: NUL nowhere, half a surrogate pair not in JSON. */
function findUnkeepable(value: unknown, path: string[]): string[] | null {
  if (typeof value === "string") return value.includes("\u0000") || !value.isWellFormed() ? path : null;
  if (typeof value !== "object" || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = findUnkeepable(inner, [...path, key]);
    if (found) return found;
  }
  return null;
}
