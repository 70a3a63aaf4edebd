import { type DeliveryState, unsettled } from "@/db/schema/words";

/** What we learned about a mail. `look` is a look into the mailbox for the item under its recorded id, Message-ID or key. */
export type LedgerEvent =
  | { kind: "draft begun" }
  | { kind: "draft made" }
  | { kind: "draft refused" }
  | { kind: "draft deleted" }
  | { kind: "draft gone" }
  | { kind: "sent by hand" }
  | { kind: "intent written" }
  | { kind: "intent given up" }
  | { kind: "answer"; status: number }
  | { kind: "look"; found: "sent" | "draft" | "nothing" }
  | { kind: "refusal seen"; forGood: boolean }
  | { kind: "looks used up"; found: "draft" | "nothing" }
  | { kind: "person decided"; arrived: boolean };

export type Delivery = { state: DeliveryState; resends: number };

/**
 * The only way a mail moves in the ledger. Sending happens on one path alone, `drafted` with an intent, and a mail comes back
 * to `drafted` at most once, after every look found it still unsent. What Exchange refused outright, and a look found unsent, was no
 * attempt and counts as none.
 * @returns the next state, or null when the event cannot happen there and changes nothing.
 */
export function nextState(delivery: Delivery, event: LedgerEvent): Delivery | null {
  const to = (state: DeliveryState, resends = delivery.resends): Delivery => ({ state, resends });
  switch (event.kind) {
    case "draft begun":
      return delivery.state === "queued" ? to("drafting") : null;
    case "draft made":
      return delivery.state === "drafting" || delivery.state === "queued" ? to("drafted") : null;
    case "draft refused":
      return delivery.state === "drafting" ? to("failed") : null;
    // A draft in the mailbox that was never handed over and is no longer what would be sent.
    case "draft deleted":
      return delivery.state === "drafted" || delivery.state === "drafting" ? to("queued") : null;
    // It was handed over before and lies there no longer: it may have left.
    case "draft gone":
      return delivery.state === "drafted" ? to("reconciling") : null;
    // By its mailbox's owner, out of Outlook; also a draft that we had taken out of Drafts before.
    case "sent by hand":
      return ["queued", "drafting", "drafted"].includes(delivery.state) ? to("confirmed") : null;
    case "intent written":
      return delivery.state === "drafted" ? to("submitting") : null;
    // Only before the call was made: nothing can have left.
    case "intent given up":
      return delivery.state === "submitting" ? to("drafted") : null;
    case "answer":
      if (delivery.state !== "submitting") return null;
      return event.status === 202 ? to("accepted") : to("reconciling");
    case "look":
      if (event.found === "sent" && (unsettled.includes(delivery.state) || delivery.state === "accepted")) return to("confirmed");
      // A crash after the call leaves an intent without an answer: that is doubt, like any answer but 202.
      return delivery.state === "submitting" ? to("reconciling") : null;
    case "refusal seen":
      return delivery.state === "reconciling" ? to(event.forGood ? "failed" : "drafted") : null;
    case "looks used up":
      if (delivery.state !== "reconciling") return null;
      return event.found === "draft" && delivery.resends === 0 ? to("drafted", 1) : to("review");
    case "person decided":
      return delivery.state === "review" ? to(event.arrived ? "confirmed" : "failed") : null;
  }
}
