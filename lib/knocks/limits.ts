/**
 * How often one may knock, of each kind: so many in a window of so many seconds, counted by what stands in `by`. Generous to people (two
 * hundred colleagues behind one address sign in at nine, and each takes two knocks), tight for programs that try.
 */
export const limits = {
  /** An unsubscribe link that we never made. Whoever has a link of ours is never counted. */
  "unknown link": { most: 30, seconds: 60, by: "address" },
  /** Leaving for Microsoft, and coming back. */
  "sign-in": { most: 600, seconds: 300, by: "address" },
  /** Somebody new of an organisation, however they join. */
  join: { most: 300, seconds: 3600, by: "organisation" },
  upload: { most: 30, seconds: 600, by: "member" },
  "test copy": { most: 20, seconds: 300, by: "member" },
  "test notice": { most: 10, seconds: 300, by: "member" },
  "self-test": { most: 30, seconds: 300, by: "team" },
  "model draft": { most: 60, seconds: 300, by: "member" },
} as const satisfies Record<string, { most: number; seconds: number; by: "address" | "organisation" | "member" | "team" }>;

export type KnockKind = keyof typeof limits;
/** What a signed-in person does; the others are strangers'. */
export type MemberKnock = {
  [Kind in KnockKind]: (typeof limits)[Kind]["by"] extends "member" | "team" ? Kind : never;
}[KnockKind];
