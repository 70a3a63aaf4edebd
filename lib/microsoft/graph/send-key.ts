/**
 * The one extended property by which we know our own mails, and the one header. Their names never vary: each new name uses up
 * a slot of the mailbox for ever. The value is 128 random bits a mail.
 */
export const sendKeyProperty = "String {6b5f1d1e-2a0c-4c1d-9a55-2d0c5e4f7a11} Name SendKey";
export const sendKeyHeader = "x-countersign-key";
/** PidTagListUnsubscribe: the only way to this header on a draft made from JSON. */
export const listUnsubscribeProperty = "String 0x1045";

/** The property that becomes a header of the mail: only x- headers travel from the set of internet headers. */
export function headerProperty(name: string): string {
  if (name.toLowerCase() === "list-unsubscribe") return listUnsubscribeProperty;
  return `String {00020386-0000-0000-C000-000000000046} Name ${name}`;
}
