/**
 * What Exchange Online lets leave. What is above 30 a minute is delayed and not refused; we stay at 25 (lib/schedule/clock/slot-book.ts), so that test
 * copies and people's own mail fit beside ours. Both other numbers count any 24 hours, not a calendar day.
 * Source: learn.microsoft.com, "Exchange Online limits", sending limits: recipient rate limit 10,000 a day and mailbox, message rate limit 30 a minute;
 * Exchange team blog, "Limiting onmicrosoft domain usage for sending emails": 100 recipients outside in 24 hours and organisation.
 */
export const microsoftLimits = { aMinute: 30, recipientsADay: 10_000, outsideFromOnmicrosoft: 100 } as const;
