import type { WaitReason } from "@/db/schema/words";
import { waitWords } from "./wait-words";

const order = Object.keys(waitWords) as WaitReason[];

/** Sorts anything that has a reason as it stands on a page. */
export function inOrder<Group extends { reason: WaitReason }>(groups: Group[]): Group[] {
  return [...groups].sort((a, b) => order.indexOf(a.reason) - order.indexOf(b.reason));
}

/** A reason's words by the text of an address bar; null for a text that is no reason. */
export function readWaitReason(text: string | undefined): WaitReason | null {
  return order.find((reason) => reason === text) ?? null;
}
