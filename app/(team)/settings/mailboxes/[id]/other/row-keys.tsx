"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useHotkeys } from "@/app/ui/keys/use-hotkeys";

/** J and K go from message to message. */
export function RowKeys({ addresses, opened }: { addresses: Record<string, string>; opened: string | null }) {
  const router = useRouter();
  const ids = Object.keys(addresses);
  const at = opened ? ids.indexOf(opened) : -1;
  const go = (index: number) => {
    const address = addresses[ids[index] ?? ""];
    if (address) router.replace(address, { scroll: false });
  };
  useHotkeys({ j: () => go(at + 1), k: () => go(Math.max(0, at - 1)) });
  useEffect(() => {
    document.querySelector(`[data-message="${opened}"]`)?.scrollIntoView({ block: "nearest" });
  }, [opened]);
  return null;
}
