import type { mailboxMessages } from "@/db/schema/replies";
import type { Match } from "../match-message";

/** A message as it was written down. */
export type RecordedMessage = typeof mailboxMessages.$inferSelect;
/** Whose a message is, and which mail of ours it is about. */
export type About = Pick<Match, "contactId" | "campaignContactId" | "campaignId" | "deliveryId" | "sentEmailId" | "recipient">;
