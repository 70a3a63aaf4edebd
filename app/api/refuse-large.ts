import { answerProgram } from "@/lib/errors/answer-program";

/**
 * An answer for a request that is larger than it has any reason to be, or does not say how large it is; null for all others. Whoever is
 * not signed in can send these, and their bodies would be read into memory.
 */
export function refuseLarge(request: Request, mostBytes: number): Response | null {
  if (!request.body) return null;
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (length <= mostBytes) return null;
  return answerProgram(Number.isNaN(length) ? "no_length" : "too_large");
}
