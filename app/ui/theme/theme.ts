import { type CSSVariablesResolver, createTheme } from "@mantine/core";
import { fontFamily, variablesOf } from "./variables";

export const theme = createTheme({
  fontFamily,
  headings: { fontFamily, fontWeight: "650" },
  defaultRadius: 8,
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
  cursorType: "pointer",
  // By their names, not with `Modal.extend`: every page would load each of them for its defaults.
  components: {
    Modal: {
      defaultProps: {
        radius: 14,
        padding: 26,
        centered: true,
        overlayProps: { color: "#15201A", backgroundOpacity: 0.3 },
        transitionProps: { duration: 120 },
        closeButtonProps: { "aria-label": "Close" },
      },
    },
    // Ticks and thumbs are white by themselves, which in the dark is what they stand on.
    Checkbox: { defaultProps: { iconColor: "var(--on-primary)" } },
    Switch: { styles: { thumb: { background: "var(--sheet)" } } },
    Drawer: { defaultProps: { closeButtonProps: { "aria-label": "Close" } } },
    Menu: { defaultProps: { radius: 12, shadow: "lg", withInitialFocusPlaceholder: false } },
  },
});

/** The same properties that stand in every document already: Mantine's own stand behind them, and would win. */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: variablesOf("light"),
  dark: variablesOf("dark"),
});
