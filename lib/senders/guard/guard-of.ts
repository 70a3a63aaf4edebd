import { type SQL, sql } from "drizzle-orm";
import type { GuardKind } from "@/db/schema/words";

/** Why a mailbox is paused by its guard rail: so many of so many last mails, where so many percent are allowed. `beganAt` as an ISO text. */
export type OpenGuard = { id: string; kind: GuardKind; counted: number; of: number; allowedPercent: number; beganAt: string };

/** The open guard of `m`, a row of sender_accounts, as JSON; null where there is none. */
export const guardOf: SQL = sql`(select json_build_object('id', y.id, 'kind', y.kind, 'counted', y.counted, 'of', y.of, 'allowedPercent', y.allowed_percent, 'beganAt', y.began_at)
    from mailbox_guards y where y.sender_account_id = m.id and y.ended_at is null)`;
