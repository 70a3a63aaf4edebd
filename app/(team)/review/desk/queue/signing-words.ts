import { sayCount } from "@/app/ui/words/count-words";
import type { Changed } from "@/lib/drafts/sign-all/read-passed-over";
import type { Signing } from "@/lib/drafts/sign-all/read-signing";

const number = (count: number) => count.toLocaleString("en");
const waits = (count: number) => (count === 1 ? "waits" : "wait");
const was = (count: number) => (count === 1 ? "was" : "were");

/** "231 of 431 signed" */
export const sayProgress = ({ signed, of }: Pick<Signing, "signed" | "of">) => `${number(signed)} of ${number(of)} signed`;

/** "431 drafts" */
export function saySigned({ state, signed, of }: Pick<Signing, "state" | "signed" | "of">): string {
  return state === "stopped" ? `${number(signed)} of ${sayCount(of, "draft", "drafts")}` : sayCount(signed, "draft", "drafts");
}

/** What became of all others: "3 ask for a look, 1 was changed by Ben and waits". */
export function sayRest({
  state,
  signed,
  of,
  refused,
  changed,
  settled,
  holding,
}: Omit<Signing, "id" | "mine" | "by" | "left">): string {
  const parts = [
    state === "stopped" && "stopped; the others wait as before",
    holding < signed && `${number(signed - holding)} taken back since`,
    refused > 0 && `${number(refused)} ${refused === 1 ? "asks" : "ask"} for a look`,
    ...changed.map(sayChangedBy),
    settled > 0 && `${number(settled)} ${was(settled)} signed, rejected or ended meanwhile`,
  ].filter(Boolean);
  if (parts.length > 0) return parts.join(", ");
  return signed === of ? "every one passed its checks" : "";
}

function sayChangedBy({ by, count }: Changed): string {
  const who = by === "You" ? " by you" : by ? ` by ${by}` : "";
  return `${number(count)} ${was(count)} changed${who} and ${waits(count)}`;
}

/** "Ben changed 1 since: it waits" */
export function sayChangedSince({ by, count }: Changed): string {
  const wait = count === 1 ? "it waits" : "they wait";
  return by ? `${by} changed ${number(count)} since: ${wait}` : `${number(count)} would read differently since: ${wait}`;
}
