/** Kinds of links a mail keeps; anything else the sanitiser would take out. */
const kinds = /^(https?:\/\/|mailto:|tel:)\S+$/i;

/**
 * The address of a link as it stands in a mail: what is written without a kind becomes https, an email address mailto.
 * @returns null for what is no address, "" for none.
 */
export function linkAddress(written: string): string | null {
  const text = written.trim();
  if (text === "" || text === "https://") return "";
  if (kinds.test(text)) return text;
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(text)) return `mailto:${text}`;
  return /^[^\s:/@]+\.[^\s:/@]{2,}(:\d+)?([/?#]\S*)?$/.test(text) ? `https://${text}` : null;
}
