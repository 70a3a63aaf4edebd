"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useHotkeys } from "@/app/ui/keys/use-hotkeys";

/** J and K go from message to message. */
export function RowKeys({ addresses, opened }: { addresses: Record<string, string>; opened: string | null }) {
  const router = useRouter();
  const ids = Object.keys(addresses);
  // Where they are on the way to: whoever presses twice means the one after the next, though that page has not come yet.
  const heading = useRef(opened);
  const step = (by: 1 | -1) => {
    const at = heading.current ? ids.indexOf(heading.current) : -1;
    const id = ids[Math.max(0, at + by)];
    if (!id || id === heading.current) return;
    heading.current = id;
    router.replace(addresses[id] ?? "", { scroll: false });
  };
  useHotkeys({ j: () => step(1), k: () => step(-1) });
  useEffect(() => {
    heading.current = opened;
    document.querySelector(`[data-message="${opened}"]`)?.scrollIntoView({ block: "nearest" });
  }, [opened]);
  return null;
}
