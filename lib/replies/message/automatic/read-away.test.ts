import { describe, expect, test } from "vitest";
import { quickest } from "../../../env/testing/quickest";
import { isAutomatic } from "./is-automatic";
import { languages } from "./languages/all-languages";
import { readAway } from "./read-away";
import { saysLeft } from "./says-left";
import { eastern, northern, western } from "./testing/absences";
import { received } from "./testing/received";

const read = (day: string, text: string, subject = "Re: Invoices") =>
  readAway(received({ text, subject, receivedAt: new Date(`${day}T09:00:00Z`) }));

describe("the first day back", () => {
  test.each([...western, ...northern, ...eastern])("on %s: %s", (day, text, back) => {
    expect(read(day, text).back).toBe(back);
  });
});

test("the sentence and the words of the day stand as they were written", () => {
  expect(read("2026-08-03", "Hello,\n\nI’m out of the office until Friday, 14 August (inclusive). Bye!")).toEqual({
    back: "2026-08-17",
    ambiguous: false,
    sentence: "I’m out of the office until Friday, 14 August (inclusive).",
    words: "Friday, 14 August",
  });
  expect(read("2026-08-03", "Hallo. Ich bin bis Oktober in Elternzeit.")).toEqual({
    back: null,
    ambiguous: true,
    sentence: "Ich bin bis Oktober in Elternzeit.",
    words: "Oktober",
  });
  expect(read("2026-08-03", "Thank you for your message.")).toEqual({
    back: null,
    ambiguous: false,
    sentence: null,
    words: null,
  });
});

test("a subject tells it too, but not the one of the mail it answers", () => {
  expect(read("2026-08-03", "Thank you.", "Out of office until 14 August: Invoices").back).toBe("2026-08-17");
  expect(read("2026-08-03", "Ich bin nicht da.", "Abwesend, zurück am 17.8.").back).toBe("2026-08-17");
  expect(read("2026-08-03", "I am away.", "Automatic reply: Invoices until 31 August").back).toBeNull();
});

test("a line broken by a mail program goes on", () => {
  expect(
    read("2026-08-03", "I am currently out of the office and will be back at my desk on\nMonday 17 August. Thank you.").back,
  ).toBe("2026-08-17");
});

test("two languages must say the same", () => {
  expect(read("2026-08-03", "Ich bin bis 14.8. im Urlaub.\n\nI am on holiday until 14 August.").back).toBe("2026-08-17");
  expect(read("2026-08-03", "Ich bin bis 7.8. im Urlaub.\n\nI am on holiday until 14 August.")).toMatchObject({
    back: null,
    ambiguous: true,
  });
  // The other language tells which number is the day.
  expect(read("2026-08-03", "Ich bin bis 9.8.2026 im Urlaub.\n\nI am on holiday until 9/8/2026.").back).toBe("2026-08-10");
});

test("a number that may be the month is not guessed", () => {
  expect(read("2026-08-03", "I am away until 9/8/2026.")).toMatchObject({ back: null, ambiguous: true, words: "9/8/2026" });
  expect(read("2026-08-03", "I am away from 8/31/2026 until 9/8/2026.").back).toBe("2026-09-09");
  expect(read("2026-08-03", "I am back on Tuesday 8/9/2026.").back).toBe("2026-09-08");
  const british = [{ name: "Content-Language", value: "en-GB" }];
  expect(readAway(received({ text: "I am away until 9/8/2026.", headers: british })).back).toBe("2026-08-10");
});

test("what contradicts itself is not guessed", () => {
  expect(read("2026-06-08", "I return on Wednesday 18 June.")).toMatchObject({ back: null, ambiguous: true });
  expect(read("2026-08-03", "I am back on 14 August. I am back on 17 August.")).toMatchObject({ back: null, ambiguous: true });
  expect(read("2026-08-03", "I am away until 30 February.").back).toBeNull();
});

test("a forgotten notice names a day that is over; a year long over or far ahead is no answer", () => {
  expect(read("2026-09-21", "I am on leave until 14 August.").back).toBe("2026-08-17");
  expect(read("2026-12-28", "I am on leave until 5 January 2026.").back).toBeNull();
  expect(read("2026-08-03", "I am on leave until 5 January 2028.").back).toBeNull();
});

test("a day without a year that lies nearly a year ahead may be one long over", () => {
  expect(read("2026-11-12", "Ich bin am 31. August wieder da.")).toMatchObject({ back: null, ambiguous: true });
  expect(read("2026-11-12", "Ich bin am 31. August 2027 wieder da.").back).toBe("2027-08-31");
  expect(read("2026-11-12", "I will be back on 1 June.").back).toBe("2027-06-01");
});

test("the hour of a return is no clause and no day of its own", () => {
  expect(read("2026-08-03", "Ich bin heute auf einem Seminar und morgen ab 7:30 Uhr wieder erreichbar.").back).toBe("2026-08-04");
  expect(read("2026-12-22", "Suljettu 21.12.–6.1. ja avaamme jälleen torstaina 7.1. klo 8.").back).toBe("2027-01-07");
});

test("what is said of today tells nothing of another day", () => {
  expect(read("2026-05-12", "Oggi sono in udienza, rientro domani.").back).toBe("2026-05-13");
  expect(read("2026-05-12", "Vandaag ben ik op pad, morgen ben ik er weer.").back).toBe("2026-05-13");
});

test("a range that begins with a number alone lies in the month of its end", () => {
  expect(read("2026-08-10", "Nous sommes fermés du 1er au 21 août.").back).toBe("2026-08-24");
  expect(read("2026-08-10", "Siamo chiusi dal 1° al 21 agosto.").back).toBe("2026-08-24");
});

test("the stamp of a server is no date of the writer's", () => {
  const stamp = 'Automated response to "Invoices" sent on 2/22/2027 9:00:12 AM.';
  expect(read("2027-02-22", `I return on 05/03/2027.\n\n${stamp}`)).toMatchObject({ back: null, ambiguous: true });
});

test("the turn of the year and a leap day", () => {
  expect(read("2026-12-22", "I am away until 1 January.").back).toBe("2027-01-04");
  expect(read("2028-02-21", "I am away until 28 February.").back).toBe("2028-02-29");
  expect(read("2028-02-21", "I am back on 29 February.").back).toBe("2028-02-29");
  expect(read("2027-02-22", "I am back on 29 February.").back).toBeNull();
});

test("the day of receipt is that of the writer's clock", () => {
  const text = "I'll be back tomorrow.";
  const receivedAt = new Date("2026-08-03T22:30:00Z");
  expect(readAway(received({ text, receivedAt })).back).toBe("2026-08-04");
  expect(
    readAway(received({ text, receivedAt, headers: [{ name: "Date", value: "Tue, 4 Aug 2026 00:30:00 +0200" }] })).back,
  ).toBe("2026-08-05");
});

test("dates of other things are no return", () => {
  for (const text of [
    "I am away.\n\nVisit us at the fair in Bonn, 8 to 10 September.",
    "I am away.\n-- \nOffer valid until 14 August.",
    "Jane left the company on 30 June 2026.",
    "Our offices are open Monday, Wednesday and Friday, 10am to 3pm.",
    "Notre équipe répond du lundi au vendredi de 9h30 à 18h.",
    "Atención al cliente de 9 a 14 h y de 16 a 19 h.",
    "Dieses Postfach wird zum 30.09.2026 geschlossen.",
    "This mailbox will be closed on 30 September 2026.",
    "Your request of 1 August will be answered by 5 August. Ticket 4711.",
  ]) {
    expect(read("2026-08-03", text).back).toBeNull();
  }
});

test("long texts of any kind are read in bounded time", async () => {
  const texts = [
    "1.1.".repeat(5000),
    "until 1 August 2026, ".repeat(1000),
    "I am out of the office and not back until the ".repeat(450),
    "is no longer ".repeat(1600),
    "ticket a b c d ".repeat(1400),
    "(".repeat(20_000),
    "bis\n".repeat(5000),
    "月日まで不在".repeat(3400),
    languages
      .map(({ common, weekdays }) => `${common} ${weekdays.join(" ")} 14.8.`)
      .join("\n")
      .repeat(2),
  ].map((text) => received({ text: text.slice(0, 20_000) }));
  for (const message of texts) {
    for (const reads of [readAway, isAutomatic, saysLeft]) {
      const took = await quickest(() => reads(message), 20);
      expect(took, `${reads.name} of ${message.text.slice(0, 30)}`).toBeLessThan(20);
    }
  }
});

test("what has been so since a day ends no absence, and a notice is forgotten for two months at most", () => {
  expect(read("2026-09-02", "Since 1 June 2026 the shop opens at 8.").back).toBeNull();
  expect(read("2026-09-02", "Seit dem 1. August sind wir wieder im alten Büro.").back).toBeNull();
  expect(read("2026-09-02", "Depuis le 3 août, le magasin a rouvert.").back).toBeNull();
  expect(read("2026-03-17", "I am back on 12 January 2026.")).toMatchObject({ back: null, ambiguous: true });
  expect(read("2026-03-01", "I am back on 12 January 2026.").back).toBe("2026-01-12");
});

test("a weekday of a later week is not the next one", () => {
  expect(read("2026-06-09", "I am away, back a week on Monday.").back).toBe("2026-06-22");
  expect(read("2026-06-09", "I am away, back Friday week.").back).toBe("2026-06-19");
  expect(read("2026-06-09", "Ich bin verreist und übernächsten Montag wieder da.").back).toBe("2026-06-22");
  expect(read("2026-06-09", "Je suis en congé, de retour lundi en huit.").back).toBe("2026-06-22");
  expect(read("2026-06-08", "I am away, back a week on Monday.").back).toBeNull();
  expect(read("2026-06-09", "I am away, back the Friday after next.").back).toBeNull();
  expect(read("2026-06-09", "I am away, back two weeks on Monday.").back).toBeNull();
  expect(read("2026-06-09", "Ich bin verreist und Montag in zwei Wochen wieder da.").back).toBeNull();
});

test("who is at a desk or a bench is back; who is found there until a day says nothing of a return", () => {
  expect(read("2026-11-09", "I will be at my bench on Thursday, 19 November.").back).toBe("2026-11-19");
  expect(read("2026-11-09", "Sono in ferie. Mi trovate in officina da martedì 17/11.").back).toBe("2026-11-17");
  expect(read("2026-11-09", "Mám dovolenou, u svého stolu budu 19. listopadu.").back).toBe("2026-11-19");
  expect(read("2026-11-09", "19 Kasım Perşembe işimin başındayım.").back).toBe("2026-11-19");
  expect(read("2026-11-09", "You can find me at my desk until 19 November.").back).toBeNull();
});

test("a last day that is included is still away, even where no answer comes until then", () => {
  expect(read("2026-10-30", "Je ne répondrai pas jusqu'au 4 novembre inclus.").back).toBe("2026-11-05");
  expect(read("2026-10-30", "I am away and will not reply until 4 November inclusive.").back).toBe("2026-11-05");
  expect(read("2026-10-30", "I am away and will not reply until 4 November.").back).toBe("2026-11-04");
});

test("a shortened word may stand between a weekday and its date", () => {
  expect(read("2027-02-12", "Jeg er på kontoret igen mandag d. 22/2.").back).toBe("2027-02-22");
});
