import { normalAddress } from "../../../mail/address";
import { header, type ReceivedMessage } from "../received-message";
import { fold } from "./fold";
import { isSameParty } from "./is-same-party";
import { wentOn } from "./other-phrases";
import { addressOf } from "./read-fields";

const address = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/giu;
const hosts = /[\w-]+(?:\.[\w-]+)+/g;
const machines = /^(?:mailer-?daemon|postmaster|microsoftexchange329e71ec)/;
const nextRecipient = /^\s{0,8}(?:<[^\s@<>]{1,64}@[^\s@<>]{3,253}>|[^\s@<>]{1,64}@[^\s@<>:]{3,253})(?::|\s*$)/;

/** Every address in a text, once, lower-case. */
export function addressesIn(text: string): string[] {
  return [...new Set((text.slice(0, 20_000).match(address) ?? []).map((one) => addressOf(one)).filter((one) => one !== null))];
}

/** Exchange gives advice about forwarding with every report. */
export const saysItWentOn = ({ from }: ReceivedMessage, told: string) =>
  !normalAddress(from ?? "").startsWith("microsoftexchange") && wentOn.some((one) => one.test(fold(told.replace(hosts, " "))));

/** Exim and Sendmail name the address behind, and then the one it was made from. */
export function findForward(told: string): { to: string; from: string } | null {
  const found = /\((generated|expanded) from:? <?([^\s()<>]{3,320})/.exec(told);
  const to = found && addressesIn(told.slice(Math.max(0, found.index - 600), found.index)).at(-1);
  const from = addressOf(found?.[2]);
  if (!to || !from || to === from) return null;
  return found?.[1] === "generated" || !isSameParty(to, from) ? { to, from } : null;
}

/** Whom a report without a part for machines names: its header, whom we wrote to, or the first address in its words. */
export function findRecipient(message: ReceivedMessage, told: string, written: string[]): string | null {
  const own = normalAddress(header(message, "to") ?? "");
  const others = (text: string) => addressesIn(text).filter((one) => !machines.test(one) && !own.includes(one));
  const all = [...addressesIn(header(message, "x-failed-recipients") ?? ""), ...others(told)];
  const known = all.find((one) => written.includes(one)) ?? all[0];
  if (known) return saysItWentOn(message, told) && !written.includes(known) ? (all.at(-1) ?? known) : known;
  // Some name the local part alone, or write in the name of the dead address.
  const candidates = [...written, normalAddress(message.from ?? "")];
  const bare = candidates.find((one) => !machines.test(one) && isNamed(one.split("@")[0] ?? "", told.toLowerCase()));
  return bare ?? written[0] ?? null;
}

const isNamed = (local: string, text: string) =>
  local !== "" && text.split(/[^\p{L}\p{N}._+-]+/u).some((word) => word.replace(/^\.|\.$/g, "") === local);

/** What stands beside the recipient: from its line to that of the next one. */
export function beside(told: string, recipient: string | null): string {
  const at = recipient ? told.toLowerCase().indexOf(recipient) : -1;
  if (at < 0 || !recipient) return told;
  const start = told.lastIndexOf("\n", at) + 1;
  const rest = told.slice(start, start + 2000);
  const lines = rest.split("\n");
  const next = lines.findIndex((line, n) => n > 0 && nextRecipient.test(line) && !line.toLowerCase().includes(recipient));
  return next < 0 ? rest : lines.slice(0, next).join("\n");
}
