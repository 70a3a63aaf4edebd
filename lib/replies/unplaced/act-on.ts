import type { TeamTransaction } from "@/db/access/with-team";
import { endEverywhere } from "../../campaigns/end-contact";
import { suppressPerson } from "../../suppressions/suppress-person";
import type { Match } from "../match-message";
import { applyBounce, applyReply, type Finding } from "../record-message";
import type { UnplacedMessage } from "./find-unplaced";

/** What a message does once it is known whose it is, as if it had been known when it came. @param match the mail it joins, if any. */
export async function actOn(
  tx: TeamTransaction,
  teamId: string,
  message: UnplacedMessage,
  contactId: string,
  match: Match | null,
  now: Date,
): Promise<void> {
  const entry = { campaignContactId: match?.campaignContactId ?? null, memberId: null };
  if (message.kind === "complaint" || message.wish === "remove") {
    const isComplaint = message.kind === "complaint";
    await suppressPerson(tx, contactId, { ...entry, reason: isComplaint ? "complained" : "asked in a reply" });
    await endEverywhere(tx, { teamId }, contactId, isComplaint ? "complained" : "asked not to be mailed", now);
  }
  if (!match) {
    if (isAnswer(message)) await endEverywhere(tx, { teamId }, contactId, "replied", now);
    return;
  }
  if (isAnswer(message)) await applyReply(tx, teamId, findingOf(message, "reply"), match, now);
  if (message.kind === "bounce") await applyBounce(tx, teamId, findingOf(message, "bounce"), match, now);
}

const isAnswer = ({ kind }: UnplacedMessage) => kind === "reply" || kind === "meeting";

function findingOf(message: UnplacedMessage, kind: Finding["kind"]): Finding {
  const { senderAccountId, conversationId, subject, snippet, fromEmail, failedAddress, internetMessageId, graphId } = message;
  return {
    kind,
    keys: {
      senderAccountId,
      answers: [],
      conversationId,
      address: failedAddress,
      subject: subject ?? "",
      report: kind === "bounce",
    },
    internetMessageId,
    graphId: graphId ?? "",
    fromEmail,
    subject: subject ?? "",
    snippet: snippet ?? "",
    statusCode: message.statusCode,
    ownTrouble: null,
    receivedAt: message.receivedAt,
  };
}
