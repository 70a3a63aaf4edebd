import { createHash } from "node:crypto";
import { answersOf, type Shown } from "./read-shown";

/** What of `Shown` a digest keeps apart, in its order, so that a difference can be named. */
export const digestParts = ["texts", "mode", "list", "rules", "mailbox", "team", "answers"] as const;
export type DigestPart = (typeof digestParts)[number];

/** What was shown as a text that a page carries to its button: a short hash of each part, without who wrote it. */
export function digestShown(shown: Shown): string {
  const { steps, reviewMode, list, rules, mailbox, team } = shown;
  const parts: Record<DigestPart, unknown> = {
    texts: steps.map(({ id, order, version, text, writtenBy, delay }) => [id, order, version, text, writtenBy, delay]),
    mode: reviewMode,
    list: list?.id,
    rules,
    mailbox: mailbox && [mailbox.id, mailbox.email, mailbox.name, mailbox.block],
    team: [team.name, team.postalAddress],
    answers: partOfAnswers(shown),
  };
  return digestParts.map((part) => hash(JSON.stringify(parts[part] ?? null))).join(".");
}

/** A digest as it would be made now: pages that were open before an upgrade carry none of the answers. */
export function completeDigest(digest: string): string[] {
  const parts = digest.split(".");
  return parts.length < digestParts.length ? [...parts, hash(JSON.stringify(partOfAnswers({})))] : parts;
}

function partOfAnswers(shown: Pick<Shown, "answers">) {
  const { awayDays, replyStops } = answersOf(shown);
  return [awayDays, replyStops];
}

const hash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 16);
