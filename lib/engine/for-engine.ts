import { forSending } from "@/db/access/for-sending";

/** Answers a call of the job runner, over connections of its own. */
export function forEngine<T>(answer: () => T): T {
  return forSending(answer);
}
