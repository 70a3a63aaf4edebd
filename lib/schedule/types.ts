import type { Temporal } from "temporal-polyfill";
import type { ReplyReach, WaitReason } from "@/db/schema/words";

/** Days of the week as `campaign_settings.send_days` spells them. */
export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";

/**
 * The sending rules of a campaign, as its settings row holds them.
 * Times are wall-clock times of `timeZone` ("09:00", "09:00:00", "24:00"). A window that starts after it ends
 * runs over midnight and belongs to the day it starts on. The daily limit counts calendar days of `timeZone`.
 */
export type SendingRules = {
  windowStart: string;
  windowEnd: string;
  days: readonly Weekday[];
  timeZone: string;
  dailyLimit: number;
  spacingSeconds: number;
};

/** How long a step waits after the mail before it. Days are calendar days, hours and minutes are exact. */
export type Delay = { days: number; hours: number; minutes: number };

/** First mails wait for what follow-ups leave of a day. */
export type MailKind = "first" | "followup";

/** The reasons of the closed list that the clock decides; every other reason outranks or is decided elsewhere. */
export type TimeReason = Extract<WaitReason, "delay" | "window_closed" | "daily_limit" | "in_line">;

/** Why a mail has not left, and the earliest time at which that can change (null: never under these rules). */
export type Wait = { reason: TimeReason; from: Temporal.Instant | null };

/** What a campaign makes of answers: for how many days it leaves somebody alone who is away, and for whom an answer ends it. */
export type AnswerRules = { awayDays: number; replyStops: ReplyReach };
