/** What happened at Microsoft, as said on the mailboxes page; the word stands in its address. */
const notices = {
  connected: { good: true, text: "The mailbox is connected. What waited for it leaves inside the window, never all at once." },
  consented: { good: true, text: "An administrator of your organisation has allowed it. Connect the mailbox now." },
  declined: {
    good: false,
    text: "Consent was declined at Microsoft, so nothing was connected. Connect again when you want to allow it.",
  },
  partial: {
    good: false,
    text: "Only a part was allowed at Microsoft. Countersign makes drafts in the mailbox, sends them and reads the answers, so nothing was connected. Connect again and allow all of it.",
  },
  admin: {
    good: false,
    text: "Your organisation lets only its own administrators allow the use of mail. Send one of them the link below; then connect again.",
  },
  tenant: { good: false, text: "That mailbox belongs to another organisation. Nothing was connected; pick one of your own." },
  expired: { good: false, text: "That took too long or was begun elsewhere. Nothing was connected; begin again." },
  forbidden: { good: false, text: "Only an administrator of the team connects mailboxes. Nothing was changed." },
  operator: {
    good: false,
    text: "Microsoft refuses Countersign itself. Whoever runs it must check the client secret; the mailboxes are sound.",
  },
  failed: { good: false, text: "Microsoft did not answer as it should. Nothing was connected; try again in a minute." },
} as const;

export type MailboxNotice = keyof typeof notices;

export function describeMailboxNotice(word: string | undefined): { good: boolean; text: string } | null {
  return word && Object.hasOwn(notices, word) ? notices[word as MailboxNotice] : null;
}
