const everyMs = 2000;
const lookAgainMs = 200;

/** `not now`: it is lost, whoever comes back asks anew. `later`: the one before goes on. */
type Outcome = "done" | "later" | "not now";

/** Does something soon after it was asked for: at once where it was quiet, and at most once in two seconds however often it is asked. */
export function paced(work: () => Outcome): { soon: () => void; end: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let doneAt = Number.NEGATIVE_INFINITY;
  const go = () => {
    timer = undefined;
    const outcome = work();
    if (outcome === "done") doneAt = performance.now();
    if (outcome === "later") timer = setTimeout(go, lookAgainMs);
  };
  return {
    soon: () => {
      timer ??= setTimeout(go, Math.max(0, doneAt + everyMs - performance.now()));
    },
    end: () => clearTimeout(timer),
  };
}
