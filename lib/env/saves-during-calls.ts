/**
 * Whether steps are saved while their call goes on. The executor of a single machine looks for a cancel at each of them; Inngest's servers look
 * between calls alone. Read by itself: the client is made when Next builds, too, where no setting is there yet.
 */
export const savesDuringCalls = () => process.env.INNGEST_CHECKPOINTS === "on";
