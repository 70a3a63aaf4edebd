import type { Scope } from "@/db/access/with-team";
import type { NoticeAbout, NoticeTime, NoticeWay } from "@/db/schema/words";

/** Whose news it is: one's own, or the team's channel, which an administrator sets. */
export type NoticeOwner = "own" | "team";

/** Where news of answers goes, as its page shows it: a webhook's address is never shown again, only its host. */
export type NoticeTarget = {
  when: NoticeTime;
  way: NoticeWay;
  about: NoticeAbout;
  /** "8:30", on the team's clock. */
  digestAt: string;
  senderAccountId: string | null;
  webhookHost: string | null;
};

/** Whoever has never said a word about it. */
export const untouched: NoticeTarget = {
  when: "never",
  way: "mail",
  about: "all",
  digestAt: "8:30",
  senderAccountId: null,
  webhookHost: null,
};

/** The member whose row it is; the team's is nobody's. */
export function memberOf(scope: Scope & { memberId: string }, whose: NoticeOwner): string | null {
  return whose === "own" ? scope.memberId : null;
}
