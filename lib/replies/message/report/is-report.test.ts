import { describe, expect, test } from "vitest";
import type { ReceivedMessage } from "../received-message";
import { isReport } from "./is-report";
import { saying } from "./testing/make-report";

const is = (change: Partial<ReceivedMessage>) => isReport(saying("", change));
const header = (name: string, value: string) => ({ headers: [{ name, value }] });
const person = "lena@y.example";
const words = "Your mail to lena@y.example could not be delivered: 550 5.1.1 user unknown";

describe("a report", () => {
  test.each([
    ["by its class", { from: person, messageClass: "REPORT.IPM.Note.NDR" }],
    ["by the class of a signed one", { from: person, messageClass: "REPORT.IPM.Note.SMIME.NDR" }],
    ["by its form", { from: person, ...header("Content-Type", 'multipart/report; report-type="delivery-status"; boundary=x') }],
    ["by whom it names", { from: person, ...header("X-Failed-Recipients", "lena@y.example") }],
    ["by Exchange's mark", { from: person, ...header("X-MS-Exchange-Message-Is-Ndr", "") }],
    ["by its sender", { from: "MAILER-DAEMON@y.example", subject: "hello" }],
    ["by a sender of Exchange", { from: "MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@contoso.com" }],
    ["of nobody, by its words", { from: null, subject: "x", body: words }],
    ["of a postmaster, by its words", { from: "postmaster@y.example", subject: "Your mail", body: words }],
    ["of a postmaster, by its subject", { from: "postmaster@y.example", subject: "Messaggio bloccato", body: "lena@y.example" }],
    [
      "of a robot, by both",
      { from: "no-reply@y.example", subject: "Messaggio non consegnato", body: "lena@y.example: casella inesistente" },
    ],
    [
      "of a robot that names nobody",
      {
        from: "ne-pas-repondre@y.example",
        subject: "[Avis] Message bloqué",
        body: "Votre message a été bloqué : règle interne.",
      },
    ],
    [
      "in the name of the dead address",
      { from: person, subject: "Delivery failure", body: words, ...header("Return-Path", "<>") },
    ],
  ])("%s", (_, change) => {
    expect(is(change)).toBe(true);
  });
  test.each([
    "Undeliverable: Invoices",
    "[Postmaster] Email Delivery Failure",
    "Unzustellbar: Rechnungen",
    "Non remis : Factures",
    "No se puede entregar: Facturas",
    "Não é possível entregar: Faturas",
    "Non recapitabile: Fatture",
    "Onbestelbaar: Facturen",
    "Niedostarczalne: Faktury",
    "Nedoručitelné: Faktury",
    "Kan inte levereras: Fakturor",
    "Kan ikke leveres: Fakturaer",
    "Viestiä ei voitu toimittaa",
    "Kézbesíthetetlen: Számlák",
    "Teslim edilemedi: Faturalar",
    "Не удается доставить: Счета",
    "配信不能: 請求書",
    "未送达: 发票",
    "전송 실패",
  ])("with the subject %s", (subject) => {
    expect(is({ from: "postmaster@y.example", subject })).toBe(true);
  });
});

describe("none", () => {
  test.each([
    [
      "of a person who runs the post",
      { from: "postmaster@y.example", subject: "Your mails", body: "Dear Anna, please stop. Tom" },
    ],
    ["of one who answers about it", { from: "postmaster@y.example", subject: "Re: Invoices", body: words }],
    ["of a person who quotes one", { from: person, subject: "FW: Undeliverable: Invoices", body: words }],
    ["of a person who asks about one", { from: person, subject: "Undeliverable?", body: words }],
    ["but a receipt of reading", { from: person, messageClass: "REPORT.IPM.Note.IPNRN" }],
    ["but a receipt of deleting", { from: person, messageClass: "REPORT.IPM.Note.IPNNRN" }],
    [
      "but a receipt in mail's own form",
      { from: person, ...header("Content-Type", "multipart/report; report-type=disposition-notification") },
    ],
    [
      "but a complaint",
      {
        from: "postmaster@y.example",
        subject: "Undelivered",
        ...header("Content-Type", "multipart/report; report-type=feedback-report"),
      },
    ],
    [
      "but an absence",
      { from: person, subject: "Automatic reply: Invoices", body: "I am away.", ...header("Auto-Submitted", "auto-replied") },
    ],
    ["but an absence by class", { from: person, subject: "Undeliverable", messageClass: "IPM.Note.Rules.OofTemplate.Microsoft" }],
    [
      "but a list of what is held back",
      { from: "quarantine@y.example", subject: "3 messages in quarantine", body: `Undeliverable: ${words}` },
    ],
    [
      "but a notice of what was kept from us",
      { from: "noreply@filter.example", subject: "Message blocked", body: "One of them held a virus." },
    ],
    [
      "but a parcel",
      { from: "noreply@post.example", subject: "Delivery failed", body: "Your parcel could not be delivered. help@post.example" },
    ],
  ])("%s", (_, change) => {
    expect(is(change)).toBe(false);
  });
});
