"use client";

import { Button } from "@mantine/core";
import { Fragment, useEffect, useRef, useState } from "react";
import { Problem } from "@/app/ui/problem/problem";
import { noAnswer } from "@/app/ui/words/away";
import type { ThreadLetter, ThreadView } from "@/lib/answers/thread-view";
import { newestOf } from "../answer/state/newest-of";
import { OurPart } from "./our-part";
import { OutsidePart } from "./outside-part";
import { TheirPart } from "./their-part";
import classes from "./thread.module.css";
import { useOutside } from "./use-outside";

/** So many letters come with a thread; there may be more before them. */
const asMany = 50;

/** The letters of a thread, their newest in sight, and what it stopped. Letters before it are folded, and open in place. */
export function ThreadLetters({ view, timezone }: { view: ThreadView; timezone: string }) {
  const newest = useRef<HTMLDivElement>(null);
  const [earlier, setEarlier] = useState<{ of: string; letters: ThreadLetter[]; isAll: boolean; problem: string | null }>();
  const [now] = useState(() => new Date());
  const before = earlier?.of === view.id ? earlier : null;
  const outside = useOutside(view);
  // One may come twice: what was asked for ends where the thread began when it was read first.
  const all = [...(before?.letters ?? []), ...view.letters];
  const letters = [...new Map(all.map((letter) => [letter.id, letter])).values()];
  const lastTheirs = newestOf({ letters });
  const lastOurs = letters.findLastIndex((one) => one.side === "ours");
  // Each before the first letter that is newer than it.
  const outsideBefore = (index: number) => {
    const [from, to] = [letters[index - 1]?.at ?? "", letters[index]?.at];
    return outside.filter(({ at }) => at >= from && (to === undefined || at < to));
  };
  // Whoever opens a thread reads their words first, however many letters stand above.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another newest letter is another reason to show it.
  useEffect(() => {
    if (view.letters.length > 2) newest.current?.scrollIntoView({ block: "start" });
  }, [view.id, lastTheirs?.id]);
  const first = letters[0];
  const showEarlier = async () => {
    if (!first) return;
    const found = await readEarlier(view.id, first.at);
    const known = before?.letters ?? [];
    if ("problem" in found) return setEarlier({ of: view.id, letters: known, isAll: false, problem: found.problem });
    setEarlier({ of: view.id, letters: [...found.letters, ...known], isAll: found.letters.length < asMany, problem: null });
  };
  return (
    <div className={classes.letters}>
      {view.letters.length >= asMany && !before?.isAll && (
        <div className={classes.earlier}>
          <Button variant="default" onClick={showEarlier}>
            Show earlier
          </Button>
          <Problem>{before?.problem ?? null}</Problem>
        </div>
      )}
      {letters.map((letter, index) => (
        <Fragment key={letter.id}>
          <OutsidePart letters={outsideBefore(index)} timezone={timezone} now={now} />
          {letter.side === "ours" ? (
            <OurPart letter={letter} view={view} timezone={timezone} now={now} />
          ) : (
            <div ref={letter === lastTheirs ? newest : null} className={classes.place} data-letter={letter.id}>
              <TheirPart
                letter={letter}
                view={view}
                timezone={timezone}
                now={now}
                isNewest={letter === lastTheirs}
                // What came since our last mail has not been answered yet.
                isOpen={letter === lastTheirs || (index > lastOurs && index >= letters.length - 3)}
              />
            </div>
          )}
        </Fragment>
      ))}
      <OutsidePart letters={outsideBefore(letters.length)} timezone={timezone} now={now} />
    </div>
  );
}

async function readEarlier(threadId: string, before: string): Promise<{ letters: ThreadLetter[] } | { problem: string }> {
  try {
    const response = await fetch(`/api/threads/${threadId}/letters?before=${encodeURIComponent(before)}`, { cache: "no-store" });
    if (response.ok) return { letters: (await response.json()) as ThreadLetter[] };
    const { error } = (await response.json()) as { error: { message: string } };
    return { problem: error.message };
  } catch {
    return { problem: noAnswer };
  }
}
