import { type SQL, sql } from "drizzle-orm";
import { suppressionOrder, suppressionsOf } from "@/db/access/suppressions-of";
import type { SuppressionReason } from "@/db/schema/words";

/** `suppressed`: why nobody may write to them; null for everybody else. */
export type FoundPerson = {
  id: string;
  name: string | null;
  email: string;
  company: string | null;
  suppressed: SuppressionReason | null;
};

/** The columns of one, of the contact `p`. */
export const personColumns: SQL = sql`p.id, p.name, p.email, p.company,
  (select s.reason ${suppressionsOf(sql`p.id`)} order by ${suppressionOrder} limit 1) as suppressed`;
