import { listUnsubscribe } from "./leaving/list-unsubscribe";
import { signedHeaders } from "./leaving/signed-headers";
import type { MailRequest, NewRequest } from "./mail-request";

/**
 * The same mail under another address of its mailbox, in the form of now: who unsubscribes by mail writes to that address, too. Nothing else
 * of it changes.
 */
export function correctSender(signed: MailRequest, email: string): NewRequest {
  const { from } = signed;
  // Where nobody named the mailbox, its address stood for the name.
  const name = from.name === from.email ? email : from.name;
  const sender = { ...from, email, name };
  // What answers somebody carries no way to unsubscribe.
  if (signed.version === 3) return { ...signed, from: sender };
  const unsubscribes = listUnsubscribe(email, signed.unsubscribeUrl);
  const headers = signedHeaders(signed).map((header) => (header.name === unsubscribes.name ? unsubscribes : header));
  return { ...signed, version: 2, from: sender, headers };
}
