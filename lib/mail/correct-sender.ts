import { listUnsubscribe, type MailRequest, type NewRequest } from "./mail-request";

/** The same mail under another address of its mailbox, in the version of now; nothing else of it changes. */
export function correctSender(signed: MailRequest, email: string): NewRequest {
  const { from, version, ...rest } = signed;
  // Where nobody named the mailbox, its address stood for the name.
  const name = from.name === from.email ? email : from.name;
  const headers = version === 1 ? [listUnsubscribe(signed.unsubscribeUrl)] : signed.headers;
  return { ...rest, version: 2, from: { ...from, email, name }, headers };
}
