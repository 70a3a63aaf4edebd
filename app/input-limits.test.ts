import { describe, expect, test } from "vitest";
import { z } from "zod";
import { inputOf } from "@/lib/actions/create-action";
import { whatIsUnbounded } from "./testing/what-is-unbounded";

const modules = import.meta.glob<Record<string, object>>("./**/*actions.ts", { eager: true });
const actions: [string, object][] = Object.values(modules).flatMap((module) => Object.entries(module));

test.each(actions)("%s takes no text and no list without an end", (_, action) => {
  const input = inputOf(action);
  expect(input).toBeDefined();
  expect(whatIsUnbounded(input as z.ZodType)).toEqual([]);
});

describe("the walk through an input", () => {
  test.each([
    [z.object({ a: z.string() }), ["a"]],
    [z.object({ a: z.string().max(3).optional() }), []],
    [z.object({ a: z.array(z.string().max(3)) }), ["a"]],
    [z.object({ a: z.array(z.string()).max(3) }), ["a.[]"]],
    [z.union([z.object({ a: z.uuid() }), z.object({ b: z.string().nullable() })]), ["b"]],
    [z.object({ a: z.string().regex(/^\d{1,3}$/), b: z.string().regex(/^\d+$/), c: z.string().regex(/\d{3}/) }), ["b", "c"]],
    [z.object({ a: z.iso.datetime(), b: z.iso.date(), c: z.iso.datetime().max(40) }), ["a"]],
    [z.object({ a: z.unknown(), b: z.record(z.string(), z.number()) }), ["a", "b"]],
    [z.object({ a: z.string().transform((text) => text.length) }).refine(() => true), ["a"]],
  ])("finds what has no end %#", (schema, found) => {
    expect(whatIsUnbounded(schema)).toEqual(found);
  });
});
