import type { LetterMail } from "@/lib/letters/letter";

/** What is put below the text when it leaves. */
export function sayAdded(mails: Pick<LetterMail, "html">[]): string {
  const plain = mails.filter((mail) => !hasLine(mail.html)).length;
  if (plain === 0) return "Unsubscribe line is added here";
  if (plain === mails.length) return "No unsubscribe line is added";
  return "Unsubscribe line is added here, for those whose thread it does not answer";
}

/** Its own line, not that of the mail before, which it quotes. */
const hasLine = (html: string) => html.split('<div data-part="history"', 1)[0]?.includes('data-part="footer"') ?? false;
