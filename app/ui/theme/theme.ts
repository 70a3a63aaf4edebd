import { Checkbox, type CSSVariablesResolver, createTheme, Drawer, Menu, Modal, Switch } from "@mantine/core";
import { tokensOf } from "./tokens";

export const theme = createTheme({
  fontFamily: '"Hanken Grotesk Variable", system-ui, sans-serif',
  headings: { fontFamily: '"Hanken Grotesk Variable", system-ui, sans-serif', fontWeight: "650" },
  defaultRadius: 8,
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
  cursorType: "pointer",
  components: {
    Modal: Modal.extend({
      defaultProps: {
        radius: 14,
        padding: 26,
        centered: true,
        overlayProps: { color: "#15201A", backgroundOpacity: 0.3 },
        transitionProps: { duration: 120 },
        closeButtonProps: { "aria-label": "Close" },
      },
    }),
    // Ticks and thumbs are white by themselves, which in the dark is what they stand on.
    Checkbox: Checkbox.extend({ defaultProps: { iconColor: "var(--on-primary)" } }),
    Switch: Switch.extend({ styles: { thumb: { background: "var(--sheet)" } } }),
    Drawer: Drawer.extend({ defaultProps: { closeButtonProps: { "aria-label": "Close" } } }),
    Menu: Menu.extend({ defaultProps: { radius: 12, shadow: "lg", withInitialFocusPlaceholder: false } }),
  },
});

/** Mantine's own surfaces take our tokens, so that its components fit without styles of their own. */
export const resolveVariables: CSSVariablesResolver = () => {
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
  return { variables: {}, light: { ...tokensOf("light"), ...ours }, dark: { ...tokensOf("dark"), ...ours } };
};
