import type { mailboxMessages } from "@/db/schema/replies";
import type { Match } from "../match-message";

/** A message as it was written down. */
export type RecordedMessage = typeof mailboxMessages.$inferSelect;

type Mail = Pick<Match, "campaignContactId" | "campaignId" | "singleMailId" | "deliveryId" | "sentEmailId" | "recipient">;
/** Whose a message is, and which mail of ours it is about; none where somebody said whose it is and nothing had left to them. */
export type About = { contactId: string } & (Mail | { [Key in keyof Mail]: null });
