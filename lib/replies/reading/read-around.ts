import type { ListedMessage } from "../../microsoft/graph/reading/list-messages";
import { pageFault } from "../../microsoft/graph/reading/reading-faults";
import { type Looking, StuckPageError } from "./looking";
import { setAside } from "./set-aside";

type Range = { skip: number; top: number };
type Stretch = { items: ListedMessage[]; isLast: boolean };

/** So many in a row that cannot be listed are no broken items: the mailbox itself cannot be read. */
const mostInRow = 20;

const sizes = [50, 10, 1];

/** Pages are counted from the oldest message: where one is moved away meanwhile, the others come forward, and the next page looks back. */
const lookBack = (top: number) => Math.floor(top / 5);

export type Around = {
  list: (range: Range) => Promise<Stretch>;
  /** Leave out what cannot be listed; else it ends the reading with StuckPageError. */
  mayPass: boolean;
  largest?: number;
  /** Asked behind each stretch, where what was read is kept and not listed again. */
  isTimeUp?: () => boolean;
};

/**
 * Reads a list by age, oldest first, in smaller pages where Microsoft fails on a larger one, and leaves out exactly what cannot be listed.
 * Its id cannot be known, so it is counted by what it lies behind.
 * @param work takes in items; false when time is up.
 * @returns whether the end was reached, and how many were left out.
 */
export async function readAround(
  { scope, own, now }: Pick<Looking, "scope" | "own" | "now">,
  { list, mayPass, largest = 50, isTimeUp = () => false }: Around,
  work: (items: ListedMessage[]) => Promise<boolean>,
): Promise<{ isEnd: boolean; passed: number }> {
  let behind = "the beginning";
  let missing: string[] = [];
  let passed = 0;
  let top = largest;
  for (let skip = 0; ; ) {
    const stretch = await list({ skip, top }).catch((error: unknown) => ({ error }));
    if ("error" in stretch) {
      const fault = pageFault(stretch.error);
      if (!fault) throw stretch.error;
      const less = sizes.find((one) => one < top);
      if (less === undefined) {
        if (!mayPass) throw new StuckPageError(fault.code);
        missing.push(fault.code);
        if (missing.length > mostInRow) throw stretch.error;
        skip += 1;
      }
      top = less ?? largest;
      continue;
    }
    for (const [index, code] of missing.entries())
      await setAside(scope, own.senderAccountId, `${index + 1} behind ${behind}`, { code, pauses: [] }, now);
    passed += missing.length;
    missing = [];
    if (!(await work(stretch.items))) return { isEnd: false, passed };
    if (stretch.isLast) return { isEnd: true, passed };
    if (isTimeUp()) return { isEnd: false, passed };
    behind = stretch.items.at(-1)?.graphId ?? behind;
    skip += top - lookBack(top);
  }
}
