import type { TeamTransaction } from "@/db/access/with-team";
import { textOf } from "../../mail/sanitize-html";
import { type Checked, checkDrafts } from "../check-draft";
import type { DraftRow } from "../lock-draft";
import { type CheckReader, footerWords, judgeSingle } from "./judge-single";
import { readSingleFacts, type SingleFacts } from "./read-single-facts";

/** `single`: what was read around a mail without a campaign; null of a campaign's. */
export type CheckedSingle = Checked & { single: SingleFacts | null };

/**
 * Every check of drafts as a person reads them: of a mail without a campaign also what happened around it, which forbids nothing. Those of a campaign have
 * the checks that `checkDraft` gives them.
 */
export async function checkSingles(
  tx: TeamTransaction,
  drafts: DraftRow[],
  reader: CheckReader,
): Promise<Map<string, CheckedSingle>> {
  const checked = await checkDrafts(tx, drafts);
  const byHand = drafts.filter(({ campaignId }) => campaignId === null).map(({ id }) => id);
  const around = byHand.length > 0 ? await readSingleFacts(tx, byHand, reader.now) : new Map<string, SingleFacts>();
  const bodies = new Map(drafts.map(({ id, editedBody, body }) => [id, editedBody ?? body]));
  return new Map(
    [...checked].map(([id, told]) => {
      const single = around.get(id) ?? null;
      return [id, { ...told, single, checks: single ? addSingle(told, bodies.get(id) ?? "", single, reader) : told.checks }];
    }),
  );
}

function addSingle({ checks }: Checked, body: string, facts: SingleFacts, reader: CheckReader): Checked["checks"] {
  const worded = checks.map((check) =>
    check.name === "footer" && check.passes ? { ...check, sentence: footerWords(facts, textOf(body)) } : check,
  );
  return [...worded, ...judgeSingle(facts, reader)];
}
