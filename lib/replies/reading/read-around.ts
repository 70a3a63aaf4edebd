import type { Scope } from "@/db/access/with-team";
import type { Mailbox } from "../../microsoft/graph/clients";
import { type InboxItem, listInbox } from "../../microsoft/graph/read-inbox";
import { pageFault } from "../../microsoft/graph/reading-faults";
import { largest, smaller } from "./read-page";
import { setAside } from "./set-aside";

/** So many in a row that cannot be listed are no broken items: the mailbox itself cannot be read. */
const mostInRow = 20;

/** Pages are counted from the oldest message: where one is moved away meanwhile, the others come forward, and the next page looks back. */
const lookBack = (top: number) => Math.floor(top / 5);

/**
 * Where the change list fails for ever on one entry: reads the inbox by age instead, oldest first, and leaves out exactly what cannot be
 * listed. Its id cannot be known, so it is counted by what it lies behind.
 * @param work takes in items; false when time is up.
 * @returns whether the end was reached.
 */
export async function readAround(
  scope: Scope,
  senderAccountId: string,
  mailbox: Mailbox,
  since: Date,
  work: (items: InboxItem[]) => Promise<boolean>,
  now: Date,
): Promise<boolean> {
  let behind = "the beginning";
  let missing: string[] = [];
  let top = largest;
  for (let skip = 0; ; ) {
    try {
      const stretch = await listInbox(mailbox, since, { skip, top });
      for (const [index, code] of missing.entries())
        await setAside(scope, senderAccountId, `${index + 1} behind ${behind}`, { code, pauses: [] }, now);
      missing = [];
      if (!(await work(stretch.items))) return false;
      if (stretch.isLast) return true;
      behind = stretch.items.at(-1)?.graphId ?? behind;
      skip += top - lookBack(top);
    } catch (error) {
      const fault = pageFault(error);
      if (!fault) throw error;
      const less = smaller(top);
      if (less === null) {
        missing.push(fault.code);
        if (missing.length > mostInRow) throw error;
        skip += 1;
      }
      top = less ?? largest;
    }
  }
}
