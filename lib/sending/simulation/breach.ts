/** What a proof can be told to do wrong, so that it shows that it would see it. SIMULATION_BREACH names one. */
export const breaches = [
  "double",
  "lost",
  "window",
  "limit",
  "spacing",
  "early",
  "reason",
  "after-answer",
  "unsigned",
  "paused",
  "completed",
] as const;
export type Breach = (typeof breaches)[number];

/** Thrown by an invariant that does not hold. `kind` is the name of the breach that would have led to it. */
export class BreachFound extends Error {
  constructor(
    readonly kind: Breach,
    message: string,
  ) {
    super(`${kind}: ${message}`);
  }
}
