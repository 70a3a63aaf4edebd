import type { WaitReason } from "@/db/schema/words";
import { waitWords } from "./wait-words";

/** What keeps a mail whose minute has passed, by the reason that stands at its person: "window closed". Null where it is only next in line. */
export function sayLate(reason: WaitReason | null): string | null {
  if (reason === null || reason === "in_line" || reason === "delay") return null;
  const { name } = waitWords[reason];
  return name.charAt(0).toLowerCase() + name.slice(1);
}
