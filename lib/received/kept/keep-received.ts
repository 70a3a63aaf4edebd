import type { Scope } from "@/db/access/with-team";
import { AppError } from "../../errors/app-error";
import { readReceivedLetter } from "../read-received-letter";

/**
 * Reads a letter that came, which keeps it where the team wants that. Once it is kept, or the team has thought better of it, nothing more happens.
 * @returns "gone" where its mailbox has it no more. @throws AppError "unavailable" where its mailbox does not give it now.
 */
export async function keepReceived(scope: Scope, messageId: string, now: Date): Promise<"read" | "gone"> {
  try {
    await readReceivedLetter(scope, messageId, { images: false }, now);
    return "read";
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return "gone";
    throw error;
  }
}
