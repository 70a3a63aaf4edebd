"use client";

import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { Failed } from "@/app/ui/trouble/failed";

/** A page that failed, inside the frame: the pulse goes on beside it. */
export default function TeamError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const router = useRouter();
  // The server reads the page anew first; resetting alone would show the same failure again. A script that did not come is kept as failed: only a new page asks again.
  const retry = () => {
    if (error.name === "ChunkLoadError") return location.reload();
    startTransition(() => {
      router.refresh();
      reset();
    });
  };
  return (
    <Failed
      digest={error.digest}
      kept="Everything that was saved. Signed mail keeps leaving by its rules, as the pulse shows."
      onRetry={retry}
    />
  );
}
