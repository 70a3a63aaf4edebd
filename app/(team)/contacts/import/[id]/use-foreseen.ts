"use client";

import { useEffect, useRef, useState } from "react";
import type { Target } from "@/lib/columns/mapping";
import type { ForeseenKnown } from "@/lib/uploads/count/foresee-known";
import { foreseeKnownAction } from "./look-actions";

/** So long nobody chooses anything before it is looked at what that comes to, in milliseconds. */
const quietMs = 200;

/** What happens to people who are known. */
export type Policy = "leave" | "fill" | "overwrite";

/** What is chosen of columns and people who are known. `known`: a rule of a column's own, null for that of all. */
export type Chosen = { targets: Target[]; known: (Policy | null)[]; knownPolicy: Policy };

/** What the file would do to people who are known. `isFresh`: under what is chosen now, and not a moment ago. */
export type Foreseen = { what: ForeseenKnown; isFresh: boolean };

/** @param chosen null where nobody is known. @returns null until it is told. */
export function useForeseen(uploadId: string, chosen: Chosen | null): Foreseen | null {
  const [seen, setSeen] = useState<{ of: string; what: ForeseenKnown } | null>(null);
  const asked = useRef("");
  const wanted = chosen ? JSON.stringify(chosen) : "";
  useEffect(() => {
    asked.current = wanted;
    if (wanted === "") return;
    const timer = setTimeout(async () => {
      // Without an answer no number is shown; the import counts what it does in any case.
      const result = await foreseeKnownAction({ uploadId, ...(JSON.parse(wanted) as Chosen) }).catch(() => null);
      if (asked.current === wanted && result?.ok) setSeen({ of: wanted, what: result.data });
    }, quietMs);
    return () => clearTimeout(timer);
  }, [uploadId, wanted]);
  return chosen && seen ? { what: seen.what, isFresh: seen.of === wanted } : null;
}
