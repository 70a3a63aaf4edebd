import type { Sent } from "../session/mails";

/** What no call of Graph can do or see. One list; a person does it at a real tenant, the stand-in's own switches do it in tests. */
export type Act =
  /** Questions about a mail at the box outside: "yes" or "no". */
  | { do: "look"; at: Question; mail: Sent; earlier?: Sent }
  | { do: "answer"; how: "by hand" | "by machine" | "into another folder"; mail: Sent }
  | { do: "receipt"; mail: Sent }
  | { do: "meeting"; subject: string; answer: "accepted" | "declined" }
  | { do: "signed mail"; subject: string }
  | { do: "report about signed mail"; mail: Sent }
  /** Leads to the id of a message that Graph fails to read. */
  | { do: "unreadable message" }
  | { do: "language"; language: "pt-BR" | "pl-PL" | "ja-JP" | "en-US" }
  | { do: "account"; what: AccountAct }
  | { do: "consent"; rule: "administrators, without requests" | "administrators, with requests" | "people themselves" };

export type Question =
  | "arrived once"
  | "has the key as a header"
  | "has List-Unsubscribe"
  | "has List-Unsubscribe under DKIM"
  | "has a button to unsubscribe"
  | "stands in the thread"
  | "looks as signed";
/** What befalls B. */
export type AccountAct =
  | "revoke sessions"
  | "withdraw consent"
  | "remove the app"
  | "bring the app back"
  | "take the licence"
  | "give the licence"
  | "limit sending"
  | "allow sending";

/** @returns what was seen, "done", or null when it cannot be done here. */
export type Acts = (act: Act) => Promise<string | null>;
