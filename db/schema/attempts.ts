import { foreignKey, index, pgTable, uuid } from "drizzle-orm/pg-core";
import { id, instant, teamId } from "./columns";
import { senderAccounts } from "./senders";
import { deliveries } from "./sending";

/**
 * A draft is being made in a mailbox. The row is written before the call and goes when its answer is known; one that stays says that
 * something may lie in the mailbox of which the ledger knows nothing, and from when.
 */
export const draftAttempts = pgTable(
  "draft_attempts",
  {
    id: id(),
    teamId: teamId(),
    deliveryId: uuid("delivery_id").notNull(),
    senderAccountId: uuid("sender_account_id").notNull(),
    /** By the database's clock, whichever copy of the app asked. */
    begunAt: instant("begun_at").notNull().defaultNow(),
  },
  (t) => [
    index("draft_attempts_mailbox").on(t.teamId, t.senderAccountId, t.begunAt),
    foreignKey({ columns: [t.teamId, t.deliveryId], foreignColumns: [deliveries.teamId, deliveries.id] }),
    foreignKey({
      columns: [t.teamId, t.senderAccountId],
      foreignColumns: [senderAccounts.teamId, senderAccounts.id],
    }),
  ],
);
