import type { Delay } from "../types";

/**
 * "8 s", "90 s", "2 min", "1 h 30 min", "7 days", for whole seconds. Seconds are left out from an hour on, and
 * minutes from a day on.
 */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 120 && whole % 60 !== 0) return `${whole} s`;
  const days = Math.floor(whole / 86_400);
  const hours = Math.floor(whole / 3600) % 24;
  const minutes = Math.floor(whole / 60) % 60;
  const parts = [
    days > 0 && `${days} ${days === 1 ? "day" : "days"}`,
    hours > 0 && `${hours} h`,
    days === 0 && minutes > 0 && `${minutes} min`,
    whole < 3600 && whole % 60 > 0 && `${whole % 60} s`,
  ].filter(Boolean);
  return parts.join(" ") || "0 s";
}

/** "7 days", "1 day 2 h", "2 min", "at once" for the delay of a step. */
export function formatDelay(delay: Delay): string {
  const parts = [
    delay.days > 0 && `${delay.days} ${delay.days === 1 ? "day" : "days"}`,
    delay.hours > 0 && `${delay.hours} h`,
    delay.minutes > 0 && `${delay.minutes} min`,
  ].filter(Boolean);
  return parts.join(" ") || "at once";
}

/** "0:42", "12:05", "1:02:03": whole seconds until a moment; "0:00" once it has come. */
export function formatCountdown(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (n: number) => String(n).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
