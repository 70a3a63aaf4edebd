import { and, desc, eq, notLike } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { mailboxSetAsides } from "@/db/schema/senders";
import { stuckPages } from "../reading/set-aside";
import { setAsideWords } from "./set-aside-words";

export type SetAside = {
  /** When it was first met. */
  at: Date;
  /** Microsoft's word for it, such as ErrorCorruptData, and what it means. */
  code: string;
  says: string;
  tries: number;
  givenUp: boolean;
  /** When it is tried again by itself. */
  nextTryAt: Date | null;
};

const most = 100;

/** Messages of a mailbox that could not be read, the newest first. Nothing is known of them but that. */
export async function readSetAsides(scope: Scope, senderAccountId: string): Promise<SetAside[]> {
  const isMessage = notLike(mailboxSetAsides.graphId, stuckPages);
  const rows = await withTeam(scope, (tx) =>
    tx
      .select()
      .from(mailboxSetAsides)
      .where(and(eq(mailboxSetAsides.senderAccountId, senderAccountId), isMessage))
      .orderBy(desc(mailboxSetAsides.firstSeenAt), mailboxSetAsides.id)
      .limit(most),
  );
  return rows.map(({ firstSeenAt: at, code, tries, givenUpAt, nextTryAt }) => ({
    at,
    code,
    says: setAsideWords(code),
    tries,
    givenUp: givenUpAt !== null,
    nextTryAt,
  }));
}
