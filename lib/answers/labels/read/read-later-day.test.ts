import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { readLaterDay } from "./read-later-day";

// A Tuesday.
const today = Temporal.PlainDate.from("2026-11-24");
const read = (text: string) => readLaterDay(text, today);

test.each([
  ["Not this quarter. Ask me again in March when the budget is out.", "2027-03-01", "March"],
  ["Please write to me again on 15 January.", "2027-01-15", "15 January"],
  ["Could you come back to me mid January?", "2027-01-15", "mid January"],
  ["Try me at the end of January please, we are busy.", "2027-02-01", "the end of January"],
  ["There is no money before March 2027, sorry.", "2027-03-01", "March 2027"],
  ["Maybe in May, not before.", "2027-05-03", "May"],
  ["Get back to me in Q2, we have no budget for this until then.", "2027-04-01", "Q2"],
  ["Bitte melden Sie sich im März noch einmal bei mir.", "2027-03-01", "März"],
  ["Bitte schreiben Sie mir am 11. Januar 2027 wieder.", "2027-01-11", "11. Januar 2027"],
  ["Wir haben dafür erst im 2. Quartal wieder Geld.", "2027-04-01", "2. Quartal"],
  ["Merci de me recontacter en février, nous sommes pris.", "2027-02-01", "février"],
  ["Por favor, escríbame de nuevo en marzo, ahora no tengo tiempo.", "2027-03-01", "marzo"],
  ["Mi scriva di nuovo a febbraio, per favore, adesso non ho tempo.", "2027-02-01", "febbraio"],
  ["Kunt u in maart nog eens contact met mij opnemen? Nu heb ik geen tijd.", "2027-03-01", "maart"],
  ["Återkom gärna i februari, vi har inte tid nu.", "2027-02-01", "februari"],
  ["Proszę o kontakt w lutym, teraz nie mam czasu.", "2027-02-01", "lutym"],
])("%s", (text, day, words) => {
  expect(read(text)).toEqual({ day, words });
});

test.each([
  "Not now, sorry.",
  "We have had no time since October 2025.",
  "In November we are all busy.",
  "Please write to me again on 3/4/2027, not before that.",
  "You may write again.",
])("names no day that anybody can tell: %s", (text) => {
  expect(read(text)).toBeNull();
});
