import { tokensOf } from "./tokens";

export const fontFamily = '"Hanken Grotesk Variable", system-ui, sans-serif';

/** Mantine's own surfaces take our tokens, so that its components fit without styles of their own. */
const ours = {
  "--mantine-color-body": "var(--sheet)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-dimmed": "var(--ink-3)",
  "--mantine-color-default-border": "var(--line-strong)",
  "--mantine-color-default": "var(--sheet)",
  "--mantine-color-default-hover": "var(--hover)",
  "--mantine-color-placeholder": "var(--ink-3)",
  "--mantine-color-error": "var(--stop)",
  // The edge of a field with the caret, a ticked box: ink, as every main act.
  "--mantine-primary-color-filled": "var(--ink)",
  "--mantine-primary-color-contrast": "var(--on-primary)",
  "--mantine-color-disabled": "var(--selected)",
  "--mantine-color-disabled-color": "var(--ink-3)",
  "--mantine-color-disabled-border": "var(--line)",
};

/** All custom properties of one colour scheme. */
export const variablesOf = (scheme: "light" | "dark"): Record<string, string> => ({ ...tokensOf(scheme), ...ours });
