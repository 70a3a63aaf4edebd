import {
  addressIsDead,
  chosenByThem,
  distrustsUs,
  domainIsDead,
  domainSaysNo,
  forTheMoment,
  full,
  held,
  refusedByRule,
  senderIsWrong,
  shutForNow,
  tooFast,
  troubleOnTheWay,
  turnsContentAway,
} from "./english-phrases";
import { flat } from "./fold";
import { deadElsewhere, distrustElsewhere, fullElsewhere, laterElsewhere, refusedElsewhere } from "./other-phrases";

export type Cause = "held" | "ours" | "policy" | "for now" | "address";

/** Strangers who may not write, and explanations of what might be, say nothing of the address. */
const besides =
  /(?:unknown|unverified|unauthenticated|anonymous|external|invalid|unauthori[sz]ed) (?:senders?|sources?|originators?|users? (?:are|from)|addresses from)|\bif (?:the|this|your) [^.]{0,80}/g;
const names = /[\w.+=-]{1,64}@[\w.-]{1,253}|\b[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}\b/g;

/** Too much of what nobody wants is not too fast. */
const distrust = /reputation|unwanted|unsolicited|spam|abus/;

/**
 * Why something was not delivered, by the words of whoever says so; null when they do not tell.
 * @param isForNow the server said so by its code: then only a domain that is gone is final.
 */
export function findCause(words: string, isForNow: boolean): Cause | null {
  const text = flat(words);
  const says = (phrases: RegExp[], within = text) => phrases.some((one) => one.test(within));
  if (says(held)) return "held";
  if (says(senderIsWrong)) return "ours";
  // "Mailbox not found or over quota" is told of full ones too: what is not sure kills nobody.
  if (says([...full, ...fullElsewhere])) return "for now";
  if (says(tooFast) && !distrust.test(text)) return "for now";
  if (says(chosenByThem)) return "policy";
  if (says(distrustsUs) || says(distrustElsewhere)) return "ours";
  const isMomentary = says(forTheMoment) || /not found,? try again/.test(text);
  const rest = text.replace(besides, " ");
  if (!isMomentary && says(isForNow ? domainSaysNo : [...domainSaysNo, ...domainIsDead], rest)) return "address";
  const isAboutContent = says(turnsContentAway, text.replace(names, " "));
  const mayBeDead = !isForNow && !isMomentary && !isAboutContent;
  if (mayBeDead && (says(addressIsDead, rest) || says(deadElsewhere, rest))) return "address";
  if (says(shutForNow) || (isMomentary && !isAboutContent)) return "for now";
  if (isForNow && (says(troubleOnTheWay) || says(laterElsewhere))) return "for now";
  if (says(refusedByRule)) return "policy";
  if (says(troubleOnTheWay)) return "for now";
  if (says(refusedElsewhere)) return "policy";
  if (says(laterElsewhere)) return "for now";
  return null;
}

/** Whether words tell of a mailbox that is full. */
export function isFull(words: string): boolean {
  const text = flat(words);
  return [...full, ...fullElsewhere].some((one) => one.test(text));
}
