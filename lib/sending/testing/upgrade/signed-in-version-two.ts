import { linkUnsubscribe } from "../../../mail/leaving/list-unsubscribe";
import { hashRequest, type MailRequest } from "../../../mail/mail-request";
import type { KeptState } from "./read-state";

const people = ["slot", "drafted", "unsent", "follow-signed", "follow-drafted"].map((name) => `${name}@outside.example`);

/**
 * The same rows, with the mails to some people signed as the release did that kept headers with the request and did not yet unsubscribe by
 * mail: List-Unsubscribe names the page alone, and what lies in the mailbox says the same.
 */
export function signedInVersionTwo(state: KeptState): KeptState {
  const { email_drafts = [], deliveries = [], signatures = [] } = state.product;
  const other = new Map<unknown, unknown>();
  const drafts = email_drafts.map((draft) => {
    const request = draft.request as MailRequest | null;
    if (!request || !people.includes(request.to.email)) return draft;
    if (request.version === 3) throw new Error("Mails of version 2 answer nobody.");
    const anew: MailRequest = { ...request, version: 2, headers: [linkUnsubscribe(request.unsubscribeUrl)] };
    other.set(draft.request_hash, hashRequest(anew));
    return { ...draft, request: anew, request_hash: hashRequest(anew) };
  });
  const hash = (before: unknown) => other.get(before) ?? before;
  const product = {
    ...state.product,
    email_drafts: drafts,
    deliveries: deliveries.map((row) => ({ ...row, request_hash: hash(row.request_hash) })),
    signatures: signatures.map((row) => ({ ...row, hash: hash(row.hash) })),
  };
  return { ...state, product };
}
