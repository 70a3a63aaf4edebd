/**
 * The one extended property by which we know our own mails, and the header that travels with them. Their names never vary: each new
 * name uses up a slot of the mailbox for ever. The value is 128 random bits a mail.
 */
export const sendKeyProperty = "String {6b5f1d1e-2a0c-4c1d-9a55-2d0c5e4f7a11} Name SendKey";

/**
 * The property that a header of a mail is kept as. Written so, it can be set on creation and afterwards alike; the field
 * `internetMessageHeaders` is taken on creation only.
 */
export function headerProperty(name: string): string {
  // PidTagListUnsubscribe has a place of its own.
  if (name.toLowerCase() === "list-unsubscribe") return "String 0x1045";
  return `String {00020386-0000-0000-C000-000000000046} Name ${name}`;
}
export const sendKeyHeader = headerProperty("x-countersign-key");
