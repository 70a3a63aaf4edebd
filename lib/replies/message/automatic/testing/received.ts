import type { ReceivedMessage } from "../../received-message";

/** A message with the head of an automatic answer, for tests. */
export function received(given: Partial<ReceivedMessage>): ReceivedMessage {
  const text = given.text ?? "";
  return {
    from: "lena@firm.example",
    subject: "Re: Invoices",
    text,
    body: text,
    isUnique: true,
    receivedAt: new Date("2026-08-03T09:00:00Z"),
    messageClass: "IPM.Note",
    odataType: "#microsoft.graph.message",
    headers: [],
    ...given,
  };
}
