import type { z } from "zod";

type Def = {
  type: string;
  format?: string;
  checks?: { _zod: { def: { check: string; pattern?: RegExp } } }[];
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  options?: z.ZodType[];
  items?: z.ZodType[];
  innerType?: z.ZodType;
  in?: z.ZodType;
};

const leaves = new Set(["enum", "literal", "number", "boolean", "null", "undefined", "never", "date", "bigint"]);
/** Formats of one length, or nearly so. */
const short = new Set(["uuid", "guid", "date"]);

/** Where a schema takes a text or a list of any length, or something whose shape it does not say. */
export function whatIsUnbounded(schema: z.ZodType, path: string[] = []): string[] {
  const def = (schema as unknown as { _zod: { def: Def } })._zod.def;
  const here = path.join(".") || "the whole";
  const checks = (def.checks ?? []).map(({ _zod }) => _zod.def);
  const isCut = checks.some(({ check }) => check === "max_length" || check === "length_equals");
  if (leaves.has(def.type)) return [];
  if (def.type === "string") {
    const isShort = short.has(def.format ?? "") || checks.some(({ pattern }) => pattern && endsByItself(pattern));
    return isCut || isShort ? [] : [here];
  }
  if (def.type === "array" && def.element) return [...(isCut ? [] : [here]), ...whatIsUnbounded(def.element, [...path, "[]"])];
  if (def.type === "object" && def.shape)
    return Object.entries(def.shape).flatMap(([name, inner]) => whatIsUnbounded(inner, [...path, name]));
  const inner = [def.innerType, def.in, ...(def.options ?? []), ...(def.items ?? [])].filter((one) => one !== undefined);
  return inner.length > 0 ? inner.flatMap((one) => whatIsUnbounded(one, path)) : [here];
}

const endsByItself = ({ source }: RegExp) => /^\^.*\$$/.test(source) && !/(?<!\\)[*+]|\{\d+,\}/.test(source);
