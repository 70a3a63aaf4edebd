import { describeAadsts } from "../microsoft/tokens/aadsts";
import { limitOf } from "./health/limits-by-code";
import type { MailboxHold } from "./mailbox-hold";

export type HoldWords = {
  title: string;
  /** Stands before the time at which it began. */
  state: string;
  /** Stands after the address and before "since": "ben@contoso.com has been full since 10:36". */
  told: string;
  because: string;
  /** Whose move it is, and what they do. */
  move: string;
  /** Whether reconnecting can end it. */
  reconnects: boolean;
  act: "Reconnect" | "See why";
};

const signedOut: HoldWords = {
  title: "Mailbox signed out",
  state: "signed out",
  told: "has been signed out",
  because: "access was withdrawn",
  move: "Reconnect it with the sign-in of its person.",
  reconnects: true,
  act: "Reconnect",
};

const words: Record<Exclude<MailboxHold, "signed_out">, HoldWords> = {
  no_licence: {
    title: "Mailbox has no licence",
    state: "no licence since",
    told: "has had no licence",
    because: "Microsoft 365 gives it no mailbox",
    move: "An administrator of Microsoft 365 gives its person a licence with Exchange Online, which takes up to 30 minutes to work. Mail then goes on by itself.",
    reconnects: false,
    act: "See why",
  },
  full: {
    title: "Mailbox is full",
    state: "full since",
    told: "has been full",
    because: "Exchange takes no more mail from it",
    move: "Somebody deletes or archives mail in Outlook. Mail then goes on by itself.",
    reconnects: false,
    act: "See why",
  },
  unreadable: {
    title: "Mailbox cannot be read",
    state: "cannot be read since",
    told: "could not be read",
    because: "Microsoft does not show what came in",
    move: "First mails leave. Follow-ups wait, because an answer would be missed. If it lasts, an administrator of Microsoft 365 looks at the mailbox.",
    reconnects: false,
    act: "See why",
  },
  limited: {
    title: "Microsoft limits this mailbox",
    state: "limited since",
    told: "has been limited by Microsoft",
    because: "Exchange refuses to send from it for a while",
    move: "Mail goes on by itself when Microsoft lifts it. If it lasts, an administrator of Microsoft 365 looks under Restricted entities in Microsoft Defender.",
    reconnects: false,
    act: "See why",
  },
  guarded: {
    title: "Mailbox paused by its guard rail",
    state: "paused by its guard rail since",
    told: "has been paused by its guard rail",
    because: "too many of its last mails met dead addresses or opt-outs",
    move: "Look at the list that these people came from, then let it go on. Nothing leaves before.",
    reconnects: false,
    act: "See why",
  },
};

const operator: HoldWords = {
  title: "Countersign cannot sign in",
  state: "no sign-in since",
  told: "has had no sign-in",
  because: "Countersign’s own sign-in to Microsoft is broken",
  move: "Whoever runs Countersign must mend its client secret. The mailbox is sound, and mail goes on by itself.",
  reconnects: false,
  act: "See why",
};

const unknown: HoldWords = {
  title: "Mailbox paused",
  state: "paused since",
  told: "has been paused",
  because: "Microsoft refuses its sign-in for a reason that Countersign does not know",
  move: "It is tried again by itself. If it stays, reconnect it, or ask an administrator of Microsoft 365 about the code.",
  reconnects: true,
  act: "See why",
};

/** What people read of a mailbox that is held. @param code Microsoft's word for it; it tells what the sign-in was refused for. */
export function nameHold(hold: MailboxHold, code: string | null = null): HoldWords {
  const refused = describeAadsts(code);
  if (hold === "signed_out") return refused ? { ...signedOut, because: refused.reason, move: refused.move } : signedOut;
  if (hold !== "limited" || !code) return words[hold];
  if (refused?.meaning === "operator" || code === "invalid_client") return operator;
  if (code.startsWith("AADSTS")) return unknown;
  const limit = limitOf(code);
  if (!limit) return { ...words.limited, because: `Microsoft refuses it, for a reason that Countersign does not know (${code})` };
  return { ...words.limited, because: limit.cause, move: `${limit.strong}${limit.rest} Mail then goes on by itself.` };
}
