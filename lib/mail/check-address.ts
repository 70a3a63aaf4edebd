import { toLetters } from "@/db/access/address-forms";

/** Letters of alphabets that have the same shapes as Latin ones (Unicode Technical Standard 39, mixed-script detection). */
const alike = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u;
const isMixed = (word: string) => alike.test(word) && /\p{Script=Latin}/u.test(word);

/** Why an address cannot be mailed, in words for the person who typed it; null for a sound one. */
export function checkAddress(email: string): string | null {
  if (email === "") return "No address in this row";
  if (email.length > 254) return "The address is too long";
  if (!email.includes("@")) return "No @ in the address";
  if (email.indexOf("@") !== email.lastIndexOf("@")) return "Two @ in the address";
  if (/\s/.test(email)) return "A space in the address";
  if (/\p{Cc}|\p{Cs}/u.test(email)) return "A character in the address that nobody can type";
  // Written so, somebody who asked for no more mail would be another person here, and the same one to a mail system.
  if (/\p{Cf}|\p{Default_Ignorable_Code_Point}/u.test(email)) return "A character in the address that nobody sees";
  if (email.normalize("NFKC") !== email) return "A letter in the address is written in an unusual way";
  if (email.includes("\ufffd")) return "A letter in the address was lost";
  const [local = "", domain = ""] = email.split("@");
  if (local === "") return "Nothing before the @";
  if (
    local.length > 64 ||
    /[()<>,;:\\"[\]]/.test(local) ||
    local.startsWith(".") ||
    local.endsWith(".") ||
    local.includes("..")
  ) {
    return "The part before the @ is not sound";
  }
  if (!domain.includes(".")) return "The domain has no ending";
  if (!/^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u.test(domain))
    return "The domain is not sound";
  const labels = domain.split(".").map((label) => (label.startsWith("xn--") ? toLetters(label) : label));
  if ([...local.split(/[._+-]/), ...labels].some(isMixed)) return "A letter in the address only looks like another";
  return null;
}
