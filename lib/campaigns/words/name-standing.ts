import { type ContactStatus, type EndReason, openStatuses, type WaitReason } from "@/db/schema/words";
import type { ContactRow } from "../../contacts/read-contacts";
import { nameWait, waitWords } from "./wait-words";

/** Green for what left as signed, amber for what waits for a person, blue for an answer, red for what is broken, grey for the rest. */
export type Tone = "go" | "wait" | "reply" | "stop" | "grey";

/** Where a contact stands, as a colour and words. */
export type Standing = { tone: Tone; words: string };

const ended: Record<EndReason, Standing> = {
  "got every mail": { tone: "go", words: "Got every mail" },
  replied: { tone: "reply", words: "Replied" },
  bounced: { tone: "stop", words: "Bounced, dead address" },
  unsubscribed: { tone: "grey", words: "Unsubscribed" },
  rejected: { tone: "grey", words: "Rejected in review" },
  "stopped by hand": { tone: "grey", words: "Stopped by hand" },
  "could not be sent": { tone: "stop", words: "Could not be sent" },
  "campaign ended": { tone: "grey", words: "Campaign ended" },
  suppressed: { tone: "grey", words: "Suppressed" },
  "company answered": { tone: "reply", words: "Their company answered" },
  complained: { tone: "stop", words: "Complained" },
  "asked not to be mailed": { tone: "grey", words: "Asked not to be mailed" },
  "left the company": { tone: "grey", words: "Left the company" },
  "taken back with its import": { tone: "grey", words: "Taken back with its import" },
};

const endingOf = { "by hand": "suppressed", "asked in a reply": "asked not to be mailed" } as const;

export type InCampaign = {
  status: ContactStatus;
  waitReason: WaitReason | null;
  endedReason: EndReason | null;
  /** They answered, also where it had ended before. */
  answered?: boolean;
  /** The campaign that goes first, where it is known. */
  elsewhere?: string | null;
};

/** Where a contact stands in one campaign. A reason that is not written down yet is that the draft is being written. */
export function nameInCampaign({ status, waitReason, endedReason, answered = false, elsewhere = null }: InCampaign): Standing {
  if (openStatuses.includes(status)) {
    const { forPerson } = waitWords[waitReason ?? "being_written"];
    return { tone: forPerson ? "wait" : "grey", words: nameWait(waitReason, elsewhere) };
  }
  // What they asked for says more than that they answered.
  if (answered && status !== "unsubscribed") return ended.replied;
  return ended[endedReason ?? (status as EndReason)] ?? { tone: "grey", words: "Ended" };
}

const byHand = {
  planned: { tone: "grey", words: "Mail by hand planned" },
  "to sign": { tone: "wait", words: "Mail by hand to sign" },
} as const;

/** The one thing worth knowing of a contact; null for one whom nothing was written to. */
export function nameStanding(row: Pick<ContactRow, "suppressed" | "replied" | "enrolment" | "byHand">): Standing | null {
  if (row.suppressed) {
    const { suppressed } = row;
    return ended[suppressed === "by hand" || suppressed === "asked in a reply" ? endingOf[suppressed] : suppressed];
  }
  const { enrolment } = row;
  const isUnderWay = enrolment !== null && openStatuses.includes(enrolment.status);
  if (row.replied && !isUnderWay) return ended.replied;
  if (row.byHand && !isUnderWay) return byHand[row.byHand];
  return enrolment && nameInCampaign(enrolment);
}
