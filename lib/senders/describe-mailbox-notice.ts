/** What happened at Microsoft, as said on the mailboxes page; the word stands in its address. */
const notices = {
  connected: {
    good: true,
    text: "The mailbox is connected. What waited for it leaves inside the window, never all at once. How its domain proves its mail is being looked up; Sending rules shows it.",
  },
  consented: { good: true, text: "An administrator of your organisation has allowed it. Connect the mailbox now." },
  declined: {
    good: false,
    text: "Consent was declined at Microsoft, so nothing was connected. Connect again when you want to allow it.",
  },
  left: {
    good: false,
    text: "It was cancelled at Microsoft, so nothing was connected. If you cancelled it yourself, connect again when you want to allow it. If Microsoft said “Need admin approval”, send an administrator of your organisation the link below.",
  },
  "no-mailbox": {
    good: false,
    text: "Microsoft 365 gives this account no mailbox. An administrator can assign a licence with Exchange Online. A guest’s mailbox, or one that is kept on the organisation’s own server, cannot be connected. Nothing was connected.",
  },
  "no-address": {
    good: false,
    text: "Microsoft 365 names no email address of this account. An administrator can give it one. Nothing was connected.",
  },
  partial: {
    good: false,
    text: "Only a part was allowed at Microsoft. Countersign makes drafts in the mailbox, sends them and reads the answers, so nothing was connected. Connect again and allow all of it.",
  },
  admin: {
    good: false,
    text: "Your organisation lets only its own administrators allow this. Send one of them the link below, or wait for the answer if you have asked already; then connect again.",
  },
  tenant: { good: false, text: "That mailbox belongs to another organisation. Nothing was connected; pick one of your own." },
  expired: { good: false, text: "That took too long or was begun elsewhere. Nothing was connected; begin again." },
  forbidden: { good: false, text: "Only an administrator of the team connects mailboxes. Nothing was changed." },
  operator: {
    good: false,
    text: "Countersign’s own sign-in to Microsoft is broken. Whoever runs it must check the client secret; the mailboxes are sound.",
  },
  failed: { good: false, text: "Microsoft did not answer as it should. Nothing was connected; try again in a minute." },
} as const;

export type MailboxNotice = keyof typeof notices;

type Said = { good: boolean; text: string; forAdministrator: boolean };

/** @param code Microsoft's word for it, as it stands in the address; anything but one word is left out. */
export function describeMailboxNotice(word: string | undefined, code?: string): Said | null {
  if (!word || !Object.hasOwn(notices, word)) return null;
  const { good, text } = notices[word as MailboxNotice];
  const named =
    word === "no-mailbox" && /^\w{1,60}$/.test(code ?? "") ? text.replace("no mailbox.", `no mailbox (${code}).`) : text;
  return { good, text: named, forAdministrator: word === "admin" || word === "left" };
}
