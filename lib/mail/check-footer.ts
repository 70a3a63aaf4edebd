import { beforeUnsubscribe } from "./build-mail-request";
import { escapeHtml } from "./escape-html";
import { isSeen } from "./is-seen";
import type { MailRequest } from "./mail-request";

const footerBegins = '<div data-part="footer"';
export const historyBegins = '<div data-part="history"';

/**
 * What a launch demands of every mail, looked for in the mail's own footer; the mails it quotes have footers, too. Every version of a
 * request writes it alike: the team, a comma, its address, and the line to unsubscribe.
 * A mail that carries none by right has no link to ask for (build-mail-request, `isPlain`).
 * @returns the sentence that says what is missing, or null.
 */
export function checkFooter({ html, unsubscribeUrl }: Pick<MailRequest, "html" | "unsubscribeUrl">): string | null {
  if (unsubscribeUrl === "") return null;
  const [own = ""] = html.split(historyBegins);
  const begin = own.lastIndexOf(footerBegins);
  const footer = begin < 0 ? "" : own.slice(begin);
  const [team = "", link] = footer.split(beforeUnsubscribe);
  if (!link?.startsWith(`<a href="${escapeHtml(unsubscribeUrl)}">`)) return "The unsubscribe line is missing";
  const address = /,\s+([^,]*)$/.exec(team)?.[1];
  return address !== undefined && !isSeen(address) ? "The team’s postal address is missing" : null;
}
