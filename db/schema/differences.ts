import { sql } from "drizzle-orm";
import { check, foreignKey, index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { anyOf } from "../access/any-of";
import { id, instant, teamId } from "./columns";
import { deliveries } from "./sending";
import { differenceEnds, differencePlaces } from "./words";

/**
 * A mail that is not in the mailbox as it was signed: changed in Outlook before it left, or other in the sent items than signed. Nothing
 * of it, or after it, leaves until somebody settled it. The row stays, so that the mail's story keeps the break.
 */
export const mailDifferences = pgTable(
  "mail_differences",
  {
    id: id(),
    teamId: teamId(),
    deliveryId: uuid("delivery_id").notNull(),
    /** 'draft': found before it was to leave. 'by hand': its owner sent it from Outlook. 'sent': the copy of a mail that we sent. */
    place: text("place", { enum: differencePlaces }).notNull(),
    foundAt: instant("found_at").notNull(),
    /** When Microsoft says that the item was last changed; not by whom. */
    changedAt: instant("changed_at"),
    /** The mail as it lay there (lib/mail/compare, `ShownMail`). */
    found: jsonb("found").notNull(),
    /** In what it differs (lib/mail/compare, `Difference[]`). */
    differences: jsonb("differences").notNull(),
    settledAt: instant("settled_at"),
    settledBy: uuid("settled_by"),
    settledAs: text("settled_as", { enum: differenceEnds }),
  },
  (t) => [
    uniqueIndex("mail_differences_open").on(t.teamId, t.deliveryId).where(sql`settled_at is null`),
    index("mail_differences_delivery").on(t.teamId, t.deliveryId, t.foundAt),
    foreignKey({ columns: [t.teamId, t.deliveryId], foreignColumns: [deliveries.teamId, deliveries.id] }),
    check("mail_differences_place", sql`${t.place} in ${anyOf(differencePlaces)}`),
    check("mail_differences_settled_as", sql`${t.settledAs} in ${anyOf(differenceEnds)}`),
  ],
);
