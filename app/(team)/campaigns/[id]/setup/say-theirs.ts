import { sayMoment } from "@/app/ui/words/clock";
import type { ActionResult } from "@/lib/actions/create-action";
import type { Theirs } from "@/lib/errors/app-error";

/** "Ben changed the subject meanwhile, today 12:41." */
export function sayTheirs({ by, you, at }: Theirs, what: string, timezone: string): string {
  const when = sayMoment(new Date(at), new Date(), timezone);
  return you ? `You changed ${what} in another window, ${when}.` : `${by ?? "Somebody"} changed ${what} meanwhile, ${when}.`;
}

/** An answer whose refusal says who changed the same, to what and when; the new value stands in place by then. */
export async function toldBy<T>(
  asked: Promise<ActionResult<T>>,
  timezone: string,
  sayChange: (field: string, theirs: Record<string, Theirs>) => string,
): Promise<ActionResult<T>> {
  const result = await asked;
  const [first] = Object.entries(result.ok ? {} : (result.error.theirs ?? {}));
  if (result.ok || !first) return result;
  const [field, theirs] = first;
  const said = sayTheirs(theirs, sayChange(field, result.error.theirs ?? {}), timezone);
  return { ok: false, error: { ...result.error, message: `${said} Yours was not kept.` } };
}
