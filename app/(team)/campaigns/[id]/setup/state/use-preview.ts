"use client";

import { useCallback, useEffect, useState } from "react";
import type { StepPreview } from "@/lib/campaigns/setup/preview-step";
import type { Setup } from "@/lib/campaigns/setup/read-setup";
import { previewStepAction } from "../actions";

/** The mail of a step for one person of the list; none for a step that the server does not have yet. */
export function usePreview(stepId: string | null, index: number, setup: Setup): StepPreview | null {
  const [preview, setPreview] = useState<{ of: string; mail: StepPreview } | null>(null);
  const look = useCallback(async () => {
    if (!stepId) return;
    const result = await previewStepAction({ stepId, index }).catch(() => null);
    if (result?.ok) setPreview({ of: stepId, mail: result.data });
  }, [stepId, index]);
  // What is shown changes with the text, the mailbox and the list.
  const shown = JSON.stringify([setup.steps, setup.rules, setup.senderAccountId, setup.listId]);
  useEffect(() => {
    if (shown) void look();
  }, [look, shown]);
  return stepId ? (preview?.mail ?? null) : null;
}
