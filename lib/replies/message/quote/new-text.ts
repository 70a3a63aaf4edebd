import { findQuotes } from "../../../mail/quote/find-quotes";
import type { ReceivedMessage } from "../received-message";
import { cutFooters } from "./cut-footers";

/** Longer texts are not written by people; each line is looked at a few times. */
const longest = 20_000;
const mostLines = 1500;

/**
 * What the writer of a message added: without the mails it quotes, the signature behind "-- " and what programs put below. Exchange cuts
 * quotes too, but not where an unknown mail program wrote them. Answers between quoted lines are the writer's own.
 */
export function newText(message: Pick<ReceivedMessage, "text">): string {
  const lines = message.text.slice(0, longest).split(/\r\n?|\n/, mostLines);
  return cutFooters(withoutQuotes(lines))
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function withoutQuotes(lines: string[]): string[] {
  const left: string[] = [];
  let at = 0;
  for (const { begin, end } of findQuotes(lines)) {
    left.push(...lines.slice(at, begin));
    at = end;
  }
  return [...left, ...lines.slice(at)].filter((line) => !/^\s{0,4}>/.test(line));
}
