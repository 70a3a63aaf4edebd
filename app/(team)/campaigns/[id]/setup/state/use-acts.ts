"use client";

import { useRouter } from "next/navigation";
import type { Setup } from "@/lib/campaigns/setup/read-setup";
import type { SetupStep } from "@/lib/campaigns/setup/view-step";
import { sayRemoved } from "../../../../say-removed";
import {
  addStepAction,
  deleteCampaignAction,
  editCampaignAction,
  editStepAction,
  moveStepAction,
  removeStepAction,
  startFromTemplateAction,
  takeBackRemovedAction,
} from "../actions";
import type { Delay } from "../delay-form";
import { toldBy } from "../say-theirs";
import { moved, useHeard, withoutStep, withStep } from "./use-heard";
import type { useTexts } from "./use-texts";

type Given = { setup: Setup; timezone: string; texts: ReturnType<typeof useTexts>; choose: (id: string | null) => void };
type WriterChange = { writtenBy: SetupStep["writtenBy"] } | { templateId: string | null };

/** What is done with the steps and the campaign. Each is shown at once, and waits for what was typed before it. */
export function useActs({ setup, timezone, texts, choose }: Given) {
  const router = useRouter();
  const { steps, resting, hear, act, busy, problem } = useHeard(setup.steps);
  const { desk } = texts;

  const add = (templateId: string | null) => {
    const step = newStep(steps, templateId);
    const once = texts.begin(step, () => addStepAction({ campaignId: setup.id, stepId: step.id, templateId }));
    choose(step.id);
    hear(
      withStep(step),
      async () => {
        const result = await once();
        if (!result.ok) {
          texts.forget(step.id);
          choose(steps.at(-1)?.id ?? null);
        }
        return result;
      },
      { rests: templateId ? step.id : null },
    );
  };
  const remove = (step: SetupStep) => {
    const next = steps[step.order] ?? steps[step.order - 2];
    choose(next?.id ?? null);
    hear(withoutStep(step.id), async () => {
      await texts.flush();
      const result = await removeStepAction({ stepId: step.id });
      if (result.ok) {
        const name = `Step ${step.order}, ${step.name},`;
        sayRemoved(`${name} is removed.`, {
          name,
          removal: result.data,
          takeBack: takeBackRemovedAction,
          onBack: () => {
            choose(step.id);
            router.refresh();
          },
        });
      } else choose(step.id);
      return result;
    });
  };
  const move = (step: SetupStep, by: -1 | 1) =>
    hear(moved(step.id, step.order, by), async () => {
      await texts.flush();
      return moveStepAction({ stepId: step.id, by, seenAt: step.order });
    });
  const start = (step: SetupStep, templateId: string) =>
    hear(
      (so) => so,
      async () => {
        await texts.flush();
        return startFromTemplateAction({ stepId: step.id, templateId, desk });
      },
      { rests: step.id },
    );
  const setDelay = (stepId: string, delay: Delay, known: Delay) =>
    hear(
      (so) => so.map((one) => (one.id === stepId ? { ...one, ...delay } : one)),
      () => toldBy(editStepAction({ stepId, ...delay, from: { ...known }, desk }), timezone, () => "this delay"),
    );
  const setWriter = (step: SetupStep, change: WriterChange) => {
    const from = { writtenBy: step.writtenBy, templateId: step.templateId };
    hear(
      (so) => so.map((one) => (one.id === step.id ? { ...one, ...change } : one)),
      () =>
        toldBy(editStepAction({ stepId: step.id, ...change, from, desk }), timezone, (field) =>
          field === "writtenBy" ? "who writes these mails" : "the template of this step",
        ),
    );
  };
  const setReviewMode = (reviewMode: Setup["reviewMode"]) => {
    const from = { reviewMode: setup.reviewMode };
    act(() => toldBy(editCampaignAction({ campaignId: setup.id, reviewMode, from, desk }), timezone, () => "what is signed"));
  };
  const deleteDraft = () =>
    act(async () => {
      await texts.flush();
      const result = await deleteCampaignAction({ campaignId: setup.id });
      if (result.ok) {
        sayRemoved(`${setup.name} is deleted.`, {
          name: setup.name,
          removal: result.data,
          takeBack: takeBackRemovedAction,
          onBack: () => router.push(`/campaigns/${setup.id}`),
        });
        router.push("/campaigns");
      }
      return result;
    });
  return { steps, resting, act, busy, problem, add, remove, move, start, setDelay, setWriter, setReviewMode, deleteDraft };
}

/** As the server will make it; a copy has no text before it is there. */
function newStep(steps: SetupStep[], templateId: string | null): SetupStep {
  const order = steps.length + 1;
  return {
    id: crypto.randomUUID(),
    order,
    name: order === 1 ? "Introduction" : `Follow-up ${order - 1}`,
    subject: "",
    body: "",
    bodyMark: "",
    delayDays: order === 1 ? 0 : 3,
    delayHours: 0,
    delayMinutes: 0,
    writtenBy: "template",
    templateId,
    changedAt: "",
  };
}
