import { sql } from "drizzle-orm";
import { check, foreignKey, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { anyOf } from "../access/any-of";
import { instant, teamId } from "./columns";
import { members } from "./teams";
import { actOutcomes } from "./words";

/**
 * What became of an act whose answer may be lost on its way: the browser makes the id and may ask for it afterwards. Null while it is under
 * way. Kept for a day.
 */
export const acts = pgTable(
  "acts",
  {
    id: uuid("id").primaryKey(),
    teamId: teamId(),
    memberId: uuid("member_id").notNull(),
    at: instant("at").notNull(),
    outcome: text("outcome", { enum: actOutcomes }),
    /** What the person was to be told, where it was refused. */
    refusal: jsonb("refusal"),
  },
  (t) => [
    index("acts_old").on(t.teamId, t.at),
    check("acts_outcome", sql`${t.outcome} in ${anyOf(actOutcomes)}`),
    check("acts_refusal", sql`(${t.outcome} is not distinct from 'refused') = (${t.refusal} is not null)`),
    foreignKey({ columns: [t.teamId, t.memberId], foreignColumns: [members.teamId, members.id] }),
  ],
);
