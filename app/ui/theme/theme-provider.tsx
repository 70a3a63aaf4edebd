"use client";

import { MantineProvider } from "@mantine/core";
import type { ReactNode } from "react";
import { resolveVariables, theme } from "./theme";

/** Mantine with our tokens. A client component, because a function cannot be handed over from the server. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={resolveVariables} defaultColorScheme="auto">
      {children}
    </MantineProvider>
  );
}
