import type { TakenBack } from "@/lib/drafts/sign-all/take-back-signing";

const number = (count: number) => count.toLocaleString("en");

/** What became of an order that was taken back: "9 came back. 3 had left." */
export function sayTakenBack({ taken, left }: TakenBack): [words: string, said: { detail?: string }] {
  if (taken === 0 && left === 0) return ["Nothing was signed, so nothing came back.", {}];
  const came = taken === 0 ? "None came back." : `${number(taken)} came back.`;
  if (left === 0) return [came, {}];
  return [`${came} ${number(left)} had left.`, { detail: left === 1 ? "It stays signed." : "They stay signed." }];
}
