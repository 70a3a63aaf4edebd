import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { microsoftLimits } from "./microsoft-limits";
import { type Budget, type Lesson, lowestLesson, teamBudget } from "./team-budget";

/** What applies to a mailbox: what its team may send to others, and what itself may send in 24 hours. */
export type Allowance = {
  teamId: string;
  budget: Budget;
  mailbox: { most: number; lesson: Lesson | null };
  /** Its address is under onmicrosoft.com, for which all such addresses of the organisation together have little. */
  isOnmicrosoft: boolean;
};

/** Reads what Microsoft allows a mailbox and its team at an instant, by formula and as learned. */
export async function readBudget(tx: TeamTransaction, senderAccountId: string | null, now: Date): Promise<Allowance> {
  type Told = { kind: string; mailbox: string; at: string; used: number; isAnswer: boolean };
  type Row = {
    teamId: string;
    licences: number | null;
    reservePercent: number;
    mailboxes: number;
    isOnmicrosoft: boolean | null;
    lessons: Told[] | null;
  };
  const [row] = await readRows<Row>(
    tx,
    sql`select t.id as "teamId", t.licences, t.budget_reserve_percent as "reservePercent",
          (select count(*)::int from sender_accounts m where m.status <> 'removed') as mailboxes,
          (select ${isOnmicrosoft} from sender_accounts m where m.id = ${senderAccountId}) as "isOnmicrosoft",
          (select json_agg(json_build_object('kind', l.kind, 'mailbox', l.sender_account_id, 'at', l.at, 'used', l.used, 'isAnswer', l.code like 'Error%'))
            from limit_lessons l where l.at > ${now.toISOString()}::timestamptz - interval '7 days') as lessons
        from teams t`,
  );
  if (!row) throw new Error("No such team.");
  const lessons = (row.lessons ?? []).map((told) => ({ ...told, at: new Date(told.at) }));
  const own = lessons.filter(({ kind, mailbox }) => kind === "mailbox day" && mailbox === senderAccountId);
  const learned = lowestLesson(own, microsoftLimits.recipientsADay, now);
  return {
    teamId: row.teamId,
    budget: teamBudget(
      {
        licences: row.licences,
        mailboxes: row.mailboxes,
        reservePercent: row.reservePercent,
        lessons: lessons.filter(({ kind }) => kind === "outside"),
      },
      now,
    ),
    mailbox: { most: learned?.most ?? microsoftLimits.recipientsADay, lesson: learned?.lesson ?? null },
    isOnmicrosoft: row.isOnmicrosoft ?? false,
  };
}

/** Of a row `m` of sender_accounts. */
export const isOnmicrosoft = sql`m.email_norm like '%.onmicrosoft.com'`;
