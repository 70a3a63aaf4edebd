import type { Message } from "@microsoft/microsoft-graph-types";
import { isSameProperty } from "./is-same-property";
import { headerProperty } from "./send-key";

/** What a mail program does with a mail, other than to show it; each in words, null for nothing of it. */
export type Settings = {
  importance: string | null;
  receipts: string | null;
  /** It would leave then, however early it is handed over: outside its window, and past whoever unsubscribed meanwhile. */
  delay: string | null;
  /** Where a mail program's own button to unsubscribe leads; null where Exchange does not say. */
  unsubscribe: string | null;
};

/** A mail that nothing was set on. */
export const noSettings: Settings = { importance: null, receipts: null, delay: null, unsubscribe: null };

const unsubscribeProperty = headerProperty("List-Unsubscribe");
/** PidTagDeferredSendTime and PidTagDeferredDeliveryTime: what Outlook calls delayed delivery. */
const delayProperties = ["SystemTime 0x3FEF", "SystemTime 0x000F"];
export const settingProperties = [...delayProperties, unsubscribeProperty];

export function readSettings(message: Message): Settings {
  const held = message.singleValueExtendedProperties ?? [];
  const heldAs = (property: string) => held.find(({ id }) => isSameProperty(id, property))?.value ?? null;
  const isAsked = message.isReadReceiptRequested || message.isDeliveryReceiptRequested;
  return {
    importance: message.importance && message.importance !== "normal" ? `Importance ${message.importance}` : null,
    receipts: isAsked ? "Asks for a receipt" : null,
    delay: delayProperties.map(heldAs).find((at) => at !== null) ?? null,
    unsubscribe: heldAs(unsubscribeProperty),
  };
}
