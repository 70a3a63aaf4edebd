"use client";

import { useRouter } from "next/navigation";
import { useMemo, useRef, useState } from "react";
import type { ActionResult } from "@/lib/actions/create-action";
import type { Setup } from "@/lib/campaigns/setup/read-setup";
import type { SetupStep } from "@/lib/campaigns/setup/view-step";
import { editCampaignAction, editStepAction } from "../actions";
import type { Kept } from "./entry";
import { useShared } from "./use-shared";

export type StepTexts = { name: string; subject: string; body: string };
type Add = () => Promise<ActionResult<unknown>>;

/** The texts of all steps, and the name of the campaign; each is kept under what it belongs to, whatever is open. */
export function useTexts(setup: Setup) {
  const router = useRouter();
  const [desk] = useState(() => crypto.randomUUID().replaceAll("-", ""));
  // Steps that the server does not have yet: what is typed into them waits for that.
  const adding = useRef(new Map<string, Add>());
  const served = useMemo(() => setup.steps.map(keptStep), [setup.steps]);
  const steps = useShared<StepTexts>(
    served,
    async (stepId, change, from) => {
      const add = adding.current.get(stepId);
      const added = add ? await add() : null;
      if (added && !added.ok) return added;
      const result = await editStepAction({ stepId, ...change, from, desk });
      return result.ok ? { ok: true, data: keptStep(result.data.step) } : result;
    },
    () => router.refresh(),
    `steps ${setup.id}`,
  );
  const named = useMemo(() => [keptName(setup)], [setup]);
  const names = useShared<{ name: string }>(
    named,
    async (campaignId, change, from) => {
      const result = await editCampaignAction({ campaignId, ...change, from, desk });
      return result.ok ? { ok: true, data: keptName({ id: campaignId, ...result.data }) } : result;
    },
    () => router.refresh(),
    `campaign ${setup.id}`,
  );

  /** Makes a step of this page's own: it is added once, however often it is asked for, and again where no answer came. */
  const begin = (step: SetupStep, add: Add): Add => {
    let asked: ReturnType<Add> | null = null;
    const once: Add = () => {
      asked ??= add().then(
        (result) => {
          if (result.ok) adding.current.delete(step.id);
          else asked = null;
          return result;
        },
        (trouble) => {
          asked = null;
          throw trouble;
        },
      );
      return asked;
    };
    adding.current.set(step.id, once);
    steps.begin(keptStep(step));
    return once;
  };
  /** One that could not be added. */
  const forget = (stepId: string) => {
    adding.current.delete(stepId);
    steps.forget(stepId);
  };
  const flush = () => Promise.all([steps.flush(), names.flush()]);
  return { desk, steps, names, begin, forget, flush };
}

function keptStep(step: SetupStep): Kept<StepTexts> {
  const { name, subject, body } = step;
  return { id: step.id, at: step.changedAt, texts: { name, subject, body }, marks: { body: step.bodyMark } };
}

function keptName({ id, name, changedAt }: Pick<Setup, "id" | "name" | "changedAt">): Kept<{ name: string }> {
  return { id, at: changedAt, texts: { name }, marks: {} };
}
