import { looking, mayBeDone, newerHere, wasDone, wasNotDone } from "@/app/ui/words/away";
import type { Became } from "@/lib/actions/ask-act";
import type { ActionResult } from "@/lib/actions/create-action";
import type { DescribedError } from "@/lib/errors/describe-error";
import { sayNewer, saySignedOut } from "./here";
import { LostAnswer, UnknownAct } from "./lost-answer";

/** `done` without data, as only the word of it was found; `newer`: the server is newer than the page and did nothing. */
export type Lost = "done" | "not done" | "unknown" | "newer";
export type Answer<T> = { ok: true; data: T } | { ok: false; error: DescribedError; lost?: Lost };

const shortestWaitMs = 500;
const longestWaitMs = 5000;
/** Whoever takes longer to answer does not. */
const answerMs = 15_000;
/** An act that is under way for longer may have ended with its process. */
const underWayMs = 20_000;

/**
 * Runs an action and never throws. Where its answer is lost nobody knows whether it was done: that is said, and the server is asked as soon as it
 * answers (docs/decisions/lost-answers.md).
 * @param onLooking is given the sentence to show meanwhile.
 */
export async function answerOf<T>(
  run: () => Promise<ActionResult<T>>,
  onLooking: (sentence: string) => void = () => {},
): Promise<Answer<T>> {
  try {
    const result = await run();
    if (!result.ok && result.error.code === "signed_out") saySignedOut();
    return result;
  } catch (error) {
    if (error instanceof UnknownAct) {
      sayNewer();
      return lostAs("newer", newerHere);
    }
    if (!(error instanceof LostAnswer)) return lostAs("unknown", mayBeDone);
    onLooking(looking);
    const found = await becameOf(error.actId);
    if (found?.became === "refused") return { ok: false, error: found.error };
    if (found?.became === "done") return lostAs("done", wasDone);
    return found ? lostAs("not done", wasNotDone) : lostAs("unknown", mayBeDone);
  }
}

const lostAs = (lost: Lost, message: string): Answer<never> => ({ ok: false, lost, error: { code: "unavailable", message } });

/** What became of an act; null where it cannot be told. Waits for as long as nobody answers. */
async function becameOf(actId: string): Promise<Became | null> {
  let since: number | null = null;
  for (let waitMs = shortestWaitMs; ; waitMs = Math.min(waitMs * 2, longestWaitMs)) {
    const answer = await fetch(`/api/acts/${actId}`, {
      method: "POST",
      cache: "no-store",
      signal: AbortSignal.timeout(answerMs),
    }).catch(() => null);
    if (answer?.status === 401) saySignedOut();
    if (answer && !answer.ok && answer.status < 500) return null;
    const found = answer?.ok ? ((await answer.json().catch(() => null)) as Became | null) : null;
    // Answered by something else, such as the page on which one signs in to a network.
    if (answer?.ok && !found?.became) return null;
    if (found && found.became !== "under way") return found;
    if (found) since ??= Date.now();
    if (since && Date.now() - since > underWayMs) return null;
    await new Promise((go) => setTimeout(go, waitMs));
  }
}
