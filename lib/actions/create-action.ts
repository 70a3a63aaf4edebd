import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import { z } from "zod";
import { findMember } from "../auth/find-member";
import type { Member } from "../auth/member";
import { hasRight, type Right } from "../auth/rights";
import { AppError } from "../errors/app-error";
import { type DescribedError, describeError } from "../errors/describe-error";
import { noteRefusal } from "../errors/note-refusal";
import { letThrough } from "../knocks/let-through";
import type { MemberKnock } from "../knocks/limits";
import { forgetReadings } from "../live/share-reading";
import { actHeader } from "./act-header";
import { beginAct } from "./begin-act";
import { endAct } from "./end-act";
import { readPlace } from "./read-place";

export type ActionResult<T> = { ok: true; data: T } | { ok: false; error: DescribedError };
export type ActionContext = { member: Member; now: Date };

/**
 * The only way to make a server action: session, right, input by schema, one verb of lib.
 * The action takes an object or a FormData and never throws; it answers with data or a sentence. What is refused is noted, and what
 * became of it can be asked for afterwards (docs/decisions/lost-answers.md), unless it only reads.
 * @param definition `knock` where it may be done so often only.
 */
export function createAction<Schema extends z.ZodType, Result>(definition: {
  right: Right;
  input: Schema;
  knock?: MemberKnock;
  /** It changes nothing that anybody would ask for. */
  reads?: true;
  run: (context: ActionContext, input: z.output<Schema>) => Promise<Result>;
}): (input: z.input<Schema> | FormData) => Promise<ActionResult<Result>> {
  const action = async (raw: unknown): Promise<ActionResult<Result>> => {
    let member: Member | null = null;
    let end = async (_: DescribedError | null) => {};
    try {
      member = await findMember();
      if (!member) throw new AppError("signed_out");
      if (!hasRight(member.role, definition.right)) throw new AppError("forbidden");
      const input = parseInput(definition.input, raw);
      const now = new Date();
      if (definition.knock) await letThrough(definition.knock, member, now);
      const actId = definition.reads ? null : await readActId();
      if (actId) {
        const by = member;
        await beginAct(by, actId, now);
        end = (refusal) => endAct(by, actId, refusal);
      }
      const by = member;
      const data = await definition.run({ member, now }, input).finally(() => !definition.reads && forgetReadings(by.teamId));
      await end(null);
      return { ok: true, data };
    } catch (error) {
      unstable_rethrow(error);
      const described = describeError(error, { right: definition.right });
      const { page, client } = await readPlace();
      noteRefusal(described.code, { right: definition.right, page }, { member, client });
      await end(described);
      return { ok: false, error: described };
    }
  };
  inputs.set(action, definition.input);
  return action;
}

const inputs = new WeakMap<object, z.ZodType>();

/** What an action takes: the test of limits walks it. */
export const inputOf = (action: object): z.ZodType | undefined => inputs.get(action);
/** The id that the browser gave the act; what comes without one is not asked for afterwards. */
async function readActId(): Promise<string | null> {
  return z.uuid().safeParse((await headers()).get(actHeader)).data ?? null;
}

/** @throws AppError "invalid" with a sentence at each wrong field. */
function parseInput<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  const value = raw instanceof FormData ? Object.fromEntries(raw.entries()) : raw;
  const unkeepable = findUnkeepable(value, []);
  if (unkeepable && unkeepable.length > deepest) throw new AppError("invalid", undefined, { form: "This is nested too deeply." });
  if (unkeepable) throw new AppError("invalid", undefined, { [unkeepable.join(".") || "form"]: unkeepableSentence });
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const fields: Record<string, string> = {};
  for (const issue of result.error.issues) fields[issue.path.join(".") || "form"] ??= issue.message;
  throw new AppError("invalid", undefined, fields);
}

const unkeepableSentence = "This holds a character that cannot be kept. Type it anew.";

/** No form of ours is nested more than a few times; what is a thousand times deep would break whatever walks it. */
const deepest = 12;

/** Where a text stands that Postgres refuses, NUL nowhere, half a surrogate pair not in JSON; or the first place that is too deep. */
function findUnkeepable(value: unknown, path: string[]): string[] | null {
  if (path.length > deepest) return path;
  if (typeof value === "string") return value.includes("\u0000") || !value.isWellFormed() ? path : null;
  if (typeof value !== "object" || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = findUnkeepable(inner, [...path, key]);
    if (found) return found;
  }
  return null;
}
