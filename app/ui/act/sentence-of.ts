import type { ActionResult } from "@/lib/actions/create-action";

/** What a refusal says: the sentence of a field says more than that of the whole. */
export function sentenceOf({ fields, message }: Extract<ActionResult<unknown>, { ok: false }>["error"]): string {
  return Object.values(fields ?? {})[0] ?? message;
}
