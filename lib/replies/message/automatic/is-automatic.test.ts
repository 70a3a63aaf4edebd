import { describe, expect, test } from "vitest";
import { isAutomatic } from "./is-automatic";
import { received } from "./testing/received";

const headers = (...given: [string, string][]) => given.map(([name, value]) => ({ name, value }));
/** The head of a mail that no program of people has marked. */
const bare = headers(
  ["Date", "Mon, 12 Oct 2026 09:00:00 +0200"],
  ["Message-ID", "<20261012090000.1a2b@firm.example>"],
  ["In-Reply-To", "<first-1@contoso.com>"],
  ["Content-Type", "text/plain"],
);
const receivedAt = new Date("2026-10-12T07:00:00Z");

describe("a machine, by its head", () => {
  test.each([
    ["Auto-Submitted", "auto-replied"],
    ["Auto-Submitted", "auto-generated (vacation)"],
    ["X-Autoreply", "yes"],
    ["X-Autorespond", "Re: Invoices"],
    ["Precedence", "auto_reply"],
    ["X-Precedence", "auto_reply"],
    ["X-MS-Exchange-Inbox-Rules-Loop", "lena@firm.example"],
    ["X-MS-Exchange-Generated-Message-Source", "Mailbox Rules Agent"],
    ["Return-Path", "<>"],
  ])("%s: %s", (name, value) => {
    expect(isAutomatic(received({ text: "Hello", headers: headers([name, value]) }))).toBe(true);
  });
  test("or by an address nobody reads", () => {
    expect(isAutomatic(received({ text: "Hello", from: "no-reply@firm.example" }))).toBe(true);
    expect(isAutomatic(received({ text: "Hello", from: "noreplya@firm.example" }))).toBe(false);
  });
});

describe("no machine, by its head", () => {
  test.each([
    ["Auto-Submitted", "no"],
    ["X-Autoreply", "no"],
    ["X-Auto-Response-Suppress", "All"],
    ["Precedence", "bulk"],
    ["Precedence", "list"],
    ["List-Id", "<sales.firm.example>"],
    // The rule of another mailbox passed on what a person wrote.
    ["X-MS-Exchange-Inbox-Rules-Loop", "sales@contoso.com"],
  ])("%s: %s", (name, value) => {
    expect(isAutomatic(received({ text: "We are interested, who can I talk to?", headers: headers([name, value]) }))).toBe(false);
  });
});

describe("the subject of an automatic answer", () => {
  test.each([
    "Automatic reply: Invoices",
    "Out of Office: Invoices",
    "Out of office until 14 August",
    "AUTO: Jane Poe is out of the office (returning 26/10/2026)",
    "[Auto-Reply] Invoices",
    "Autoreply Re: Invoices",
    "Automatische Antwort: Rechnungen",
    "Abwesenheitsnotiz",
    "Réponse automatique : Factures",
    "Respuesta automática: Facturas",
    "Risposta automatica: Fatture",
    "Resposta automática: Faturas",
    "Automatisch antwoord: Facturen",
    "Autosvar: Fakturor",
    "Automatiskt svar: Fakturor",
    "Automatisk svar: Fakturaer",
    "Automaattinen vastaus: Laskut",
    "Automatyczna odpowiedź: Faktury",
    "Odpowiedź automatyczna: Faktury",
    "Automatická odpověď: Faktury",
    "Automatická odpoveď: Faktúry",
    "Automatikus válasz: Számlák",
    "Răspuns automat: Facturi",
    "Автоматический ответ: Счета",
    "Автоматична відповідь: Рахунки",
    "Автоматичен отговор: Фактури",
    "Automatski odgovor: Računi",
    "Samodejni odgovor: Računi",
    "Automaatvastus: Arved",
    "Automātiskā atbilde: Rēķini",
    "Automatinis atsakymas: Sąskaitos",
    "Otomatik yanıt: Faturalar",
    "Αυτόματη απάντηση: Τιμολόγια",
    "自動応答: 請求書",
    "【自動返信】お問い合わせありがとうございます",
    "自动答复: 发票",
    "自動回覆: 發票",
    "자동 회신: 송장",
    "رد تلقائي: الفواتير",
    "תשובה אוטומטית: חשבוניות",
    "Balasan otomatis: Faktur",
    "Trả lời tự động: Hóa đơn",
    "ตอบกลับอัตโนมัติ: ใบแจ้งหนี้",
  ])("%s", (subject) => {
    expect(isAutomatic(received({ subject, text: "" }))).toBe(true);
  });
  test.each([
    "Re: Automatic reply: Invoices",
    "AW: Automatische Antwort: Rechnungen",
    "SV: Autosvar: Fakturor",
    "Automatic replies of your product",
    "Automation: does it reply automatically?",
    "Holiday",
    "Urlaub: wann passt es?",
    "Vacation rentals",
    "Abwesenheiten erfassen Sie auch?",
  ])("not %s", (subject) => {
    expect(isAutomatic(received({ subject, text: "Does it work with ours?" }))).toBe(false);
  });
});

describe("a text that calls itself automatic", () => {
  test.each([
    "This is an automated response. We have received your message.",
    "This message was generated automatically, please do not reply.",
    "Dies ist eine automatisch generierte E-Mail.",
    "Bitte antworten Sie nicht auf diese Nachricht.",
    "Ceci est un message automatique.",
    "Merci de ne pas répondre à ce message.",
    "Este es un mensaje automático.",
    "Questo è un messaggio automatico, si prega di non rispondere a questa e-mail.",
    "Esta é uma resposta automática.",
    "Dit is een automatisch gegenereerd bericht.",
    "Detta är ett automatiskt svar.",
    "Dette er et automatisk svar.",
    "Tämä on automaattinen vastaus.",
    "To jest wiadomość wygenerowana automatycznie.",
    "Toto je automatická odpověď.",
    "Ez egy automatikus üzenet.",
    "Это автоматический ответ.",
    "Це автоматична відповідь.",
    "Bu otomatik bir yanıttır.",
    "このメールは自動送信です。",
    "此邮件为系统自动回复。",
    "본 메일은 자동으로 발송되었습니다.",
  ])("%s", (text) => {
    expect(isAutomatic(received({ text }))).toBe(true);
  });
  test.each([
    "Is this an automated message? Then please stop.",
    "Do you answer automatically generated invoices too?",
    "We would like automatic replies to our suppliers.",
    "Unser System bucht automatisch, danke.",
    "Your automatic reading sounds useful to us.",
  ])("not %s", (text) => {
    expect(isAutomatic(received({ text }))).toBe(false);
  });
});

describe("a notice that no program of people sent", () => {
  const notice = (text: string, subject = "Re: Invoices", head = bare) =>
    isAutomatic(received({ text, subject, headers: head, receivedAt }));
  test("of an absence with its end", () => {
    expect(notice("Gone fishing. Back on Thursday.")).toBe(true);
    expect(notice("Ich bin bis 23.10. im Urlaub.")).toBe(true);
  });
  test("of a receipt under a number", () => {
    expect(notice("Your request has been received. Ticket #48213.", "We have your request")).toBe(true);
  });
  test("is none from a program of people, nor where the head is not known", () => {
    const mailer = [...bare, { name: "X-Mailer", value: "iPhone Mail (23B82)" }];
    expect(notice("Gone fishing. Back on Thursday.", undefined, mailer)).toBe(false);
    expect(notice("Gone fishing. Back on Thursday.", undefined, [])).toBe(false);
  });
  test.each([
    "I am away until Friday, can we talk on Monday?",
    "I'm back on Thursday, let's talk then.",
    "Ich bin bis Freitag weg, schicken Sie mir Ihr Angebot.",
    "Sorry for the late answer, I was out of the office last week.",
    "I was on holiday until yesterday.",
    "Wrong person, write to Tom.",
    "Thanks, we are all set.",
  ])("nor is an answer: %s", (text) => {
    expect(notice(text)).toBe(false);
  });
});

describe("a line that says no more than that the text is automatic", () => {
  const says = (text: string) => isAutomatic(received({ text, subject: "Fermeture" }));
  test.each(["Message automatique\n\nNous sommes fermés.", "Wir sind zurück.\n\n--- Automatische Antwort ---"])("%s", (text) => {
    expect(says(text)).toBe(true);
  });
  test.each(["I got your automatic reply\n\nCall me.", "Out of office\n\nCall me on my mobile.", "Holiday\n\nCall me."])(
    "a person's: %s",
    (text) => {
      expect(says(text)).toBe(false);
    },
  );
});

test("a filter that asks for proof is a machine, also where plain text has lost its link; a person who asks to confirm is none", () => {
  const subject = "Please confirm your message [verify#77]";
  const text = "I filter unwanted mail. Click the link below once, and your message is delivered.";
  expect(isAutomatic(received({ subject, text, headers: [] }))).toBe(true);
  expect(
    isAutomatic(
      received({ subject: "Please confirm Tuesday", text: "Ten at our office? The link is in the invite.", headers: [] }),
    ),
  ).toBe(false);
});
