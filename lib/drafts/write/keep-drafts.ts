import { codeOf } from "@/db/access/code-of";
import { type Scope, withTeam } from "@/db/access/with-team";
import { askFeed } from "../../events/ask-feed";
import { log } from "../../log/log";
import { type Composed, insertDrafts } from "./insert-drafts";

/** What the database says of a value it does not take: data, a rule of the table, a limit. */
const ofData = /^(?:22|23|54)/;
/** Where so many are refused before one is taken, it is no fault of theirs. */
const mostRefused = 20;

/**
 * Keeps drafts, all in one transaction. One that the database refuses is found by halves, told, and left for the next time, so that it holds nobody else up.
 * @param asksFeed whether their campaigns are to be looked over where that gives them something: signed by the launch, a mail wants a slot;
 * a follow-up's reason to wait is its delay, and not that it was written.
 * @returns how many were kept. @throws what was thrown for a draft alone.
 */
export async function keepDrafts(
  scope: Scope,
  drafts: Composed[],
  { asksFeed }: { asksFeed: boolean },
  now: Date,
): Promise<number> {
  let refused = 0;
  let kept = 0;
  const keep = async (some: Composed[]): Promise<void> => {
    if (some.length === 0) return;
    try {
      await withTeam(scope, async (tx) => {
        await insertDrafts(tx, some, now);
        const look = some.filter(({ writing }) => asksFeed && (writing.signsByLaunch || writing.step.sequenceOrder > 1));
        await askFeed(tx, scope.teamId, [...new Set(look.map(({ writing }) => writing.campaignId))]);
      });
      kept += some.length;
    } catch (error) {
      if (drafts.length === 1 || (kept === 0 && refused === mostRefused) || !ofData.test(codeOf(error) ?? "")) throw error;
      if (some.length === 1) {
        refused += 1;
        const { campaignId, campaignContactId } = some[0]?.writing ?? {};
        const code = codeOf(error);
        log.error({ team: scope.teamId, campaign: campaignId, contact: campaignContactId, code }, "a draft could not be kept");
        return;
      }
      const half = Math.ceil(some.length / 2);
      await keep(some.slice(0, half));
      await keep(some.slice(half));
    }
  };
  await keep(drafts);
  return kept;
}
