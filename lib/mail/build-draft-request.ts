import type { TeamTransaction } from "@/db/access/with-team";
import { AppError } from "@/lib/errors/app-error";
import { buildDraftRequests, type DraftRequest } from "./build-draft-requests";

/**
 * The request of a draft: used when a draft is written, edited and signed, and once more at the last moment before it leaves.
 * Of an unsigned one out of what the database holds now; a signed one stays as it was signed, in the version in which it was signed, as
 * long as it is the same mail.
 * @param instead another text, to see what mail it would be.
 * @throws AppError "not_found" when the draft belongs to nothing of this team.
 */
export async function buildDraftRequest(
  tx: TeamTransaction,
  draftId: string,
  instead?: { subject: string; body: string },
): Promise<DraftRequest> {
  const built = (await buildDraftRequests(tx, [draftId], instead)).get(draftId);
  if (!built) throw new AppError("not_found");
  return built;
}

/** The subject of a follow-up in the same thread: set by us, because Exchange writes its prefix in the mailbox's language. */
export function followUpSubject(firstSubject: string): string {
  return /^re:/i.test(firstSubject) ? firstSubject : `Re: ${firstSubject}`;
}
