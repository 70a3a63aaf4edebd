import type { Refusal } from "./beats";

/** What our own time limit is thrown as. */
export class TooSlow extends Error {}

const byStatus: Record<string, Refusal> = {
  401: "wrong key",
  403: "wrong key",
  404: "wrong key",
  402: "plan used up",
  429: "plan used up",
};

/**
 * Why events were not taken, from what Inngest's library throws: a fetch that failed, with its cause, or "Inngest API Error: <status> …".
 * Whatever is not known reads "refused". The sentence itself is not kept: it may hold what we sent.
 */
export function nameRefusal(error: unknown): Refusal {
  if (error instanceof TooSlow) return "too slow";
  const said = error instanceof Error ? error.message : "";
  const status = /^Inngest API Error: (\d{3})/.exec(said)?.[1];
  if (status) return byStatus[status] ?? (status.startsWith("5") ? "failing" : "refused");
  if (codesOf(error).some((code) => code.includes("TIMEOUT"))) return "too slow";
  return /fetch failed/i.test(said) || codesOf(error).length > 0 ? "unreachable" : "refused";
}

/** The codes of an error and its causes: "ECONNREFUSED", "ENOTFOUND", "UND_ERR_SOCKET", … */
function codesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== "object" || error === null || depth > 5) return [];
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: unknown };
  const inside = [cause, ...(Array.isArray(errors) ? errors : [])].flatMap((one) => codesOf(one, depth + 1));
  return typeof code === "string" ? [code, ...inside] : inside;
}
