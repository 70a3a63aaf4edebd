"use client";

import { Select } from "@mantine/core";
import type { Setup } from "@/lib/campaigns/setup/read-setup";

type Props = {
  templates: Setup["templates"];
  chosen: string | null;
  disabled: boolean;
  onPick: (templateId: string | null) => void;
};

/** The template whose tone and facts the model takes. */
export function ToneFrom({ templates, chosen, disabled, onPick }: Props) {
  return (
    <Select
      aria-label="Template the model takes tone and facts from"
      placeholder="Tone and facts from a template"
      size="xs"
      clearable
      disabled={disabled}
      data={templates.map((one) => ({ value: one.id, label: one.name }))}
      value={chosen}
      onChange={onPick}
    />
  );
}
