/** Behaviour that the admin endpoint can change; not kept over a restart. */
export const state = {
  /** From 202 until the item stands in Sent Items. */
  moveDelayMs: 1200,
  /** After it left until the recipient has it. */
  deliveryDelayMs: 300,
  /** How long `$filter` still shows the world as it was. */
  lookupLagMs: 800,
  /** How long a moved item answers 404 to a GET by id. */
  movedGoneMs: 500,
  /** From createReply until a PATCH is safe. */
  replySettlesMs: 250,
  accessTokenSeconds: 3600,
  adminConsentNeeded: false,
  /** Localised prefix of createReply, by mailbox. */
  subjectPrefix: {} as Record<string, string>,
  bounces: [] as string[],
};

export const resetState = { ...state, subjectPrefix: {}, bounces: [] };

export type Call = { at: string; method: string; path: string; status: number; ms: number; mailbox: string | null };
/** What the app asked, newest last; at most a thousand. */
export const calls: Call[] = [];
export function rememberCall(call: Call) {
  calls.push(call);
  if (calls.length > 1000) calls.shift();
}
