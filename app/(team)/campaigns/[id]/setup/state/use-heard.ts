"use client";

import { useEffect, useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import type { ActionResult } from "@/lib/actions/create-action";
import type { SetupStep } from "@/lib/campaigns/setup/view-step";

/** What was asked for and is shown at once; done again to what shows it already, it changes nothing. */
export type Change = (steps: SetupStep[]) => SetupStep[];
type Heard = { id: string; change: Change; rests: string | null; isDone: boolean };

/**
 * The steps as they will stand once the server has done what was asked of it: shown in the moment of the click, and until the page
 * was read anew; taken back where it was refused. `rests`: the step in which nothing is typed meanwhile.
 */
export function useHeard(served: SetupStep[]) {
  const { act, busy, problem } = useAct();
  const [heard, setHeard] = useState<Heard[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is done is over when the page was read anew.
  useEffect(
    () => setHeard((before) => (before.some((one) => one.isDone) ? before.filter((one) => !one.isDone) : before)),
    [served],
  );

  const hear = (change: Change, run: () => Promise<ActionResult<unknown>>, { rests = null }: { rests?: string | null } = {}) => {
    const id = crypto.randomUUID();
    const end = (isDone: boolean) =>
      setHeard((before) =>
        isDone ? before.map((one) => (one.id === id ? { ...one, isDone } : one)) : before.filter((one) => one.id !== id),
      );
    // Before the action begins: what is set within it would wait for its end.
    setHeard((before) => [...before, { id, change, rests, isDone: false }]);
    act(async () => {
      try {
        const result = await run();
        end(result.ok);
        return result;
      } catch (error) {
        end(false);
        throw error;
      }
    });
  };
  const steps = heard.reduce((so, { change }) => change(so), served);
  return { steps, resting: new Set(heard.map(({ rests }) => rests)), hear, act, busy, problem };
}

/** Steps in a row, numbered from 1. */
const inOrder = (steps: SetupStep[]) => steps.map((step, index) => ({ ...step, order: index + 1 }));

export const withStep =
  (step: SetupStep): Change =>
  (steps) =>
    steps.some((one) => one.id === step.id) ? steps : inOrder([...steps, step]);

export const withoutStep =
  (id: string): Change =>
  (steps) =>
    inOrder(steps.filter((one) => one.id !== id));

/** From where it was seen; a step that stands elsewhere by now was moved already. */
export const moved =
  (id: string, from: number, by: -1 | 1): Change =>
  (steps) => {
    const step = steps[from - 1];
    const other = steps[from - 1 + by];
    if (step?.id !== id || !other) return steps;
    return inOrder(steps.map((one) => (one === step ? other : one === other ? step : one)));
  };
