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
  /** How long each call occupies its mailbox. */
  workMs: 0,
  /** From createReply until a PATCH is safe. */
  replySettlesMs: 250,
  accessTokenSeconds: 3600,
  adminConsentNeeded: false,
  /** Localised prefix of createReply, by mailbox. */
  subjectPrefix: {} as Record<string, string>,
  bounces: [] as string[],
  /** Object ids of people whose tokens die after the next mail. */
  withdrawAfterMail: [] as string[],
};

export const resetState = () => Object.assign(state, structuredClone(first));
const first = structuredClone(state);

export type Call = {
  at: string;
  method: string;
  path: string;
  query: string;
  status: number;
  ms: number;
  mailbox: string | null;
};
/** What the app asked, newest last; at most a thousand. Status 0 is still held, -1 got no answer. */
export const calls: Call[] = [];
/** @returns tells how the call ended. */
export function rememberCall(call: Call): (status: number, ms: number) => void {
  calls.push(call);
  if (calls.length > 1000) calls.shift();
  return (status, ms) => Object.assign(call, { status, ms });
}
