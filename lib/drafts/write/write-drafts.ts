import { type Scope, withTeam } from "@/db/access/with-team";
import { inTurns } from "../../turns/in-turns";
import { askModel, isByModel } from "./ask-model";
import { composeFromTemplate } from "./compose-draft";
import { keepDrafts } from "./keep-drafts";
import { readUnwritten, type Whose } from "./read-unwritten";
import { readWritings, type Writing } from "./read-writing";

export type Written = {
  written: number;
  /** People whose draft the model did not write; they are tried again. */
  silent: number;
  /** Whether others still have no draft. */
  more: boolean;
};

/** A model is asked for so many drafts at a time. */
const modelParallel = 4;
/** So many are put together and kept in one transaction: it is over in a fraction of a second, and others come in between. */
const atOnce = 500;

/**
 * Writes the next draft of everyone in a campaign, or of one contact, who has none yet: so many as `limit` says, as often as it is called. A text
 * that was composed and not kept, because the process ended, is composed again. The campaign is asked to be looked over once nobody is left.
 */
export async function writeDrafts(scope: Scope, whose: Whose, now: Date, limit = 100): Promise<Written> {
  const ids = await withTeam(scope, (tx) => readUnwritten(tx, whose, limit));
  const isLast = ids.length < limit || "campaignContactId" in whose;
  const byModel: Writing[] = [];
  let written = 0;
  let looked = 0;
  // While some are kept, the next are put together.
  let keeping = Promise.resolve(0);
  while (looked < ids.length && byModel.length < modelParallel) {
    const writings = await withTeam(scope, (tx) => readWritings(tx, ids.slice(looked, looked + atOnce)));
    looked += atOnce;
    byModel.push(...writings.filter(isByModel));
    const others = writings.filter((writing) => !isByModel(writing));
    const drafts = await inTurns(others, (writing) => ({ writing, text: composeFromTemplate(writing) }));
    written += await keeping;
    keeping = keepDrafts(scope, drafts, { asksFeed: isLast && looked >= ids.length }, now);
    // Heard below: a read that fails before that must not leave it unheard.
    keeping.catch(() => {});
  }
  written += await keeping;
  const { drafts, silent } = await askModel(scope, byModel.slice(0, modelParallel), now);
  written += await keepDrafts(scope, drafts, { asksFeed: isLast }, now);
  const isLeft = looked < ids.length || byModel.length > drafts.length || ids.length === limit;
  return { written, silent, more: isLeft };
}
