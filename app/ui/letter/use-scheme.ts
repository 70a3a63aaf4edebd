"use client";

import { useMantineColorScheme } from "@mantine/core";
import { useSyncExternalStore } from "react";

/** Light or dark as the reader chose it; "auto" on the server, which does not know who chose what, and what it wrote is taken over as it is. */
export function useScheme(): "light" | "dark" | "auto" {
  const { colorScheme } = useMantineColorScheme();
  return useSyncExternalStore(
    subscribe,
    () => colorScheme,
    () => "auto" as const,
  );
}

const subscribe = () => () => {};
