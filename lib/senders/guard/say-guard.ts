import type { OpenGuard } from "./guard-of";

/** "11 of its last 200 mails met dead addresses", as it stands after a colon. */
export function sayGuard({ kind, counted, of }: Pick<OpenGuard, "kind" | "counted" | "of">): string {
  const met =
    kind === "dead addresses" ? "met dead addresses" : counted === 1 ? "was answered by an opt-out" : "were answered by opt-outs";
  return `${counted.toLocaleString("en")} of its last ${of.toLocaleString("en")} mails ${met}`;
}
