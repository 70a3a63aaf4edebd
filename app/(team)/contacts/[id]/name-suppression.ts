import type { ContactView } from "@/lib/contacts/open-contact";

/** Why an address gets no mail, in words. */
export function nameSuppression(reason: NonNullable<ContactView["suppressed"]>["reason"]): string {
  return {
    "by hand": "Suppressed by hand",
    bounced: "The address is dead",
    unsubscribed: "Unsubscribed",
    "asked in a reply": "Asked not to be mailed",
    complained: "Complained",
  }[reason];
}
