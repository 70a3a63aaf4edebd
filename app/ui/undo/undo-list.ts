type Act = { ids: string[]; job?: string };

/**
 * What came of an act: done; refused; nothing, where it was so already; or unsure, where nobody answered: it may have been done, so
 * that it can be taken back like one that was.
 */
export type Came = "done" | "unsure" | "refused" | "nothing";
export type Made<Kind extends Act> = { act: Kind; came: Promise<Came> };

/** How many acts ⌘Z goes back. */
const most = 50;

/**
 * What can be taken back, in the order in which it was made: an act joins with its key press, whatever the server says of it and when.
 * What turns out to be no act leaves the list by itself.
 */
export function createUndoList<Kind extends Act>() {
  let made: Made<Kind>[] = [];
  let turn: Promise<unknown> = Promise.resolve();
  const takenJobs = new Map<string, "under way" | "over">();
  const without = (which: (act: Kind) => boolean) => {
    made = made.filter(({ act }) => !which(act));
  };
  const out = (which: (one: Made<Kind>) => boolean) => {
    const found = made.findLast(which);
    made = made.filter((one) => one !== found);
    return found;
  };
  return {
    /** @returns what is called once the server has answered, or nobody has. */
    join(act: Kind): (came: Came) => void {
      let settle = (_: Came) => {};
      const came = new Promise<Came>((done) => {
        settle = done;
      });
      made = [...made, { act, came }].slice(-most);
      return (as) => {
        if (as === "refused" || as === "nothing") without((one) => one === act);
        settle(as);
      };
    },
    has: (act: Kind) => made.some((one) => one.act === act),
    isEmpty: () => made.length === 0,
    /** The newest act, or the newest that is this one; it is in the list no longer. */
    take: (as?: Act): Made<Kind> | undefined => out(({ act }) => !as || isSame(act, as)),
    /** This very act, where it is still in the list. */
    takeThis: (act: Kind): Made<Kind> | undefined => out((one) => one.act === act),
    isNewest(act: Act): boolean {
      const last = made.at(-1);
      return last !== undefined && isSame(last.act, act);
    },
    dropJob: (job: string) => without((act) => act.job === job),
    dropDraft: (draftId: string) => without((act) => isOf(act, draftId)),
    /** One act after another is taken back, as they were asked for. */
    inTurn<T>(work: () => Promise<T>): Promise<T> {
      const mine = turn.then(work, work);
      turn = mine.catch(() => {});
      return mine;
    },
    /** One order is taken back once at a time. @returns what ends it; null where it is under way. */
    beginJob(job: string): (() => void) | null {
      if (takenJobs.get(job) === "under way") return null;
      takenJobs.set(job, "under way");
      return () => void takenJobs.set(job, "over");
    },
    isTakenBack: (job: string) => takenJobs.has(job),
  };
}

/** Whether an act was one with this draft alone. */
export function isOf(act: Act, draftId: string): boolean {
  return act.ids.length === 1 && act.ids[0] === draftId;
}

const isSame = (one: Act, other: Act) => one.job === other.job && one.ids.join() === other.ids.join();
