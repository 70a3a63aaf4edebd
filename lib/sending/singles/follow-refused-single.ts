import { type Scope, withTeam } from "@/db/access/with-team";
import { lockDraft } from "../../drafts/lock-draft";
import { backToDraft } from "../../drafts/take-back-signature";
import { askSingles } from "../../events/ask-singles";
import { toDate } from "../../schedule/clock/to-temporal";
import { endSingles } from "../../singles/end-singles";
import type { Refusal } from "../ledger/judge-intent";
import { returnToReview } from "../run/return-to-review";
import { againIn, type ExplainedStep, minuteMs, type OfSingle } from "../run/sent-step";
import { reasonOf } from "./reason-of";

/** A mail that a reply came to after it was signed: whoever signed it did not know that. */
const answeredCause = "They wrote since it was signed";

/**
 * What the last check's refusal means for the run of a mail without a campaign. Its slot stays where it is: what has not left 15 minutes after it gives it
 * back when the team's mails are looked over.
 */
export async function followRefusedSingle(scope: Scope, planned: OfSingle, refusal: Refusal, now: Date): Promise<ExplainedStep> {
  const why = reasonOf[refusal.reason];
  const from = refusal.from ? toDate(refusal.from) : null;
  const left = from ? from.getTime() - now.getTime() : 0;
  switch (refusal.reason) {
    case "ended":
    case "lost its run":
      return { kind: "ended" };
    case "suppressed":
      await withTeam(scope, (tx) => endSingles(tx, null, [planned.singleMailId], "suppressed", now));
      return { kind: "ended" };
    case "answered":
      await withTeam(scope, async (tx) => {
        const { draft } = await lockDraft(tx, planned.draftId);
        await backToDraft(tx, { ...scope, memberId: null }, draft, answeredCause, now);
      });
      return { kind: "ended" };
    case "changed since it was signed":
    case "footer incomplete":
      await returnToReview(scope, planned.draftId, refusal.reason, now);
      return { kind: "ended" };
    case "changed in Outlook":
      await withTeam(scope, (tx) => askSingles(tx, scope.teamId));
      return { kind: "wait", why };
    case "mailbox not read":
      return { ...againIn(from ? left : minuteMs, now), why };
    case "mailbox rests":
      return { ...againIn(left, now), why };
    case "mailbox in trouble":
      return { ...againIn(Math.max(minuteMs, left), now), why };
    case "not yet":
      return from ? { kind: "again", at: from.toISOString(), why } : { kind: "wait", why };
    default:
      return { kind: "wait", why, from };
  }
}
