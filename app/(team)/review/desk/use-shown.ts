"use client";

import { useState } from "react";

/** How the letter of a draft is shown, and whether its rejection is asked about: both are of that draft alone. Another one is shown as it leaves. */
export function useShown<View extends string>(draftId: string | null | undefined, first: View) {
  const [of, setOf] = useState(draftId);
  const [shown, setShown] = useState<View>(first);
  const [rejecting, setRejecting] = useState(false);
  if (of !== draftId) {
    setOf(draftId);
    setShown(first);
    setRejecting(false);
  }
  return { shown, setShown, rejecting, setRejecting };
}
