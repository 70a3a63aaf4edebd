import { Cron } from "croner";

/** The first tick of `expression` (five fields, optionally after `TZ=Area/City `) after `after`. @throws Error when it is no cron expression. */
export function nextTick(expression: string, after: Date): Date | undefined {
  const [, timezone, pattern] = /^(?:TZ=(\S+)\s+)?(.+)$/.exec(expression.trim()) ?? [];
  if (pattern?.trim().split(/\s+/).length !== 5) throw new Error(`"${expression}" is not a cron expression of five fields.`);
  return new Cron(pattern.trim(), { paused: true, timezone: timezone ?? "UTC" }).nextRun(after) ?? undefined;
}

/** A tick's event id and times: RFC 3339, whole seconds. */
export function tickName(tick: Date): string {
  return tick.toISOString().replace(/\.\d{3}Z$/, "Z");
}
