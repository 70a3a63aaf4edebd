import type { Header } from "../mail-request";

const name = "List-Unsubscribe";

/**
 * The header by which a mail program offers to unsubscribe: by a mail to the mailbox, and by the page (RFC 2369, which has the first of several
 * ways preferred). The mail stands first: Microsoft's own button takes no other (learn.microsoft.com, message: unsubscribe). Its subject is
 * what `readLeavingToken` looks for.
 * @param from the address of the mailbox that sends. @param url of the page, which ends with the person's token.
 */
export function listUnsubscribe(from: string, url: string): Header {
  const token = url.slice(url.lastIndexOf("/") + 1);
  return { name, value: `<mailto:${mailAddress(from)}?subject=unsubscribe%20${encodeURIComponent(token)}>, <${url}>` };
}

/** As it was signed before mail programs could unsubscribe by mail; such mails leave as they were signed. */
export function linkUnsubscribe(url: string): Header {
  return { name, value: `<${url}>` };
}

/** In an address of `mailto:` only what its grammar leaves bare stays so (RFC 6068): a `?` or `&` would end it. */
function mailAddress(address: string): string {
  const at = address.lastIndexOf("@");
  return `${encodeURIComponent(address.slice(0, at))}@${encodeURIComponent(address.slice(at + 1))}`;
}
