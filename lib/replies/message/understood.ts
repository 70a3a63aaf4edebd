/** Whom a delivery report blames. `delayed`: nobody has given up yet. `delivered`: good news. */
export type Blame = "address" | "for now" | "ours" | "policy" | "forwarder" | "delayed" | "delivered";

/** What somebody asks for in their own words. `left`: the person we wrote to no longer works there. */
export type Wants = "remove" | "wrong person" | "later" | "left";
/** `sentence`: the words it was read from, as they stand in the message. */
export type Wish = { wants: Wants; sentence: string };

/**
 * When somebody who is away is back.
 * `back`: the first day on which they are there, yyyy-mm-dd; null where the text names none that can be told without guessing, and
 * `ambiguous` where it names one that cannot. `words`: the part of `sentence` that names the day.
 */
export type Away = { back: string | null; ambiguous: boolean; sentence: string | null; words: string | null };

export type Report = {
  blames: Blame;
  /**
   * Whom Exchange Online holds back: this mailbox alone, or every one of the tenant. Null where another server turns our address, domain or
   * server away: nothing of ours is held.
   */
  reach: "mailbox" | "tenant" | null;
  /** RFC 3463 status such as 5.1.10, or null. */
  status: string | null;
  /** The address that failed, lower-case. */
  recipient: string | null;
  /** Whom the returned mail was addressed to, lower-case; null where the report does not return it. */
  writtenTo: string | null;
  /** Message-ID of the mail it is about. */
  originalMessageId: string | null;
  /** What the other server said, on one line, for people to read. */
  says: string;
};

/**
 * What a message is. `ours`: the mailbox or a colleague wrote it. `other`: it concerns nobody, such as newsletters, receipts and notices.
 */
export type Understood = Leaving | Told;

/** What a mail program writes when somebody presses its own button to unsubscribe. `otherwise`: what it is where nobody has that token. */
type Leaving = { kind: "unsubscribe"; token: string; otherwise: Told };

export type Told =
  | { kind: "human"; wish: Wish | null }
  | { kind: "meeting"; wish: Wish | null }
  | { kind: "automatic"; away: Away; wish: Wish | null }
  | { kind: "report"; report: Report }
  | { kind: "complaint"; recipient: string | null; originalMessageId: string | null }
  | { kind: "ours" }
  | { kind: "other" };
