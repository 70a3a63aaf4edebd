import { expect, test } from "vitest";
import { quickest } from "../../../env/testing/quickest";
import { readNamed } from "./read-named";

const own = ["kris@kuvera.example", "anna@contoso.com"];
const read = (text: string) => {
  const named = readNamed(text, own);
  return named && [named.firstName, named.lastName, named.email];
};

test.each([
  ["You want Albina, albina@x.com", ["Albina", "", "albina@x.com"]],
  ["You want Albina, she does the books. I have forwarded it: albina@x.com. Kris", ["Albina", "", "albina@x.com"]],
  ["Please contact my colleague Jan de Vries (jan@kuvera.example).", ["Jan", "de Vries", "jan@kuvera.example"]],
  [
    "I am not the right person. Mary-Ann O'Neill <mary@kuvera.example> looks after this.",
    ["Mary-Ann", "O'Neill", "mary@kuvera.example"],
  ],
  ["Try Ms Albina Roth at a.roth@kuvera.example instead", ["Albina", "Roth", "a.roth@kuvera.example"]],
  ["Best write to jan.smit@kuvera.example", ["Jan", "Smit", "jan.smit@kuvera.example"]],
  ["Please write to accounting@kuvera.example about this.", ["", "", "accounting@kuvera.example"]],
  ["Our purchasing is done by peter@kuvera.example (Peter Hall).", ["Peter", "Hall", "peter@kuvera.example"]],
  ["You should ask Vera Lind in purchasing.", ["Vera", "Lind", null]],
  ["Ask Vera in the Leeds office, I only do the coffee", ["Vera", "", null]],
  [
    "Dafür ist Frau Keller zuständig. Bitte wenden Sie sich an Frau Keller, keller@kuvera.example",
    ["", "Keller", "keller@kuvera.example"],
  ],
  ["Bitte wenden Sie sich an meine Kollegin Sabine Groß (s.gross@kuvera.example).", ["Sabine", "Groß", "s.gross@kuvera.example"]],
  ["Schreiben Sie bitte unserer Buchhaltung: buchhaltung@kuvera.example", ["", "", "buchhaltung@kuvera.example"]],
  ["Merci de contacter Mme Chloé Martin : c.martin@kuvera.example", ["Chloé", "Martin", "c.martin@kuvera.example"]],
  ["Il faut vous adresser à Jean-Luc Petit.", ["Jean-Luc", "Petit", null]],
  ["Contacte con Lucía de la Torre (lucia@kuvera.example), gracias", ["Lucía", "de la Torre", "lucia@kuvera.example"]],
  ["Si rivolga a Giulia Bianchi, giulia.bianchi@kuvera.example", ["Giulia", "Bianchi", "giulia.bianchi@kuvera.example"]],
  [
    "Neem contact op met mijn collega Pieter van der Berg (pieter@kuvera.example)",
    ["Pieter", "van der Berg", "pieter@kuvera.example"],
  ],
  ["Kontakta min kollega Åsa Öberg på asa@kuvera.example", ["Åsa", "Öberg", "asa@kuvera.example"]],
  ["Fale com Ana Souza, ana@kuvera.example", ["Ana", "Souza", "ana@kuvera.example"]],
  ["Proszę pisać do Anny Nowak, anna.nowak@kuvera.example", ["Anny", "Nowak", "anna.nowak@kuvera.example"]],
  ["Пишите коллеге: Анна Иванова, ivanova@kuvera.example", ["Анна", "Иванова", "ivanova@kuvera.example"]],
  ["担当は佐藤です sato@kuvera.example までお願いします", ["", "", "sato@kuvera.example"]],
])("%s", (text, named) => {
  expect(read(text)).toEqual(named);
});

test.each([
  "I am the wrong person, sorry. Kris Marrier, kris@kuvera.example",
  "Not me. From: Anna Keller <anna@contoso.com> Sent: Monday To: Kris Cc: albina@x.com Subject: Invoices",
  "Not me, sorry. Cc: albina@x.com",
  "Wrong person. On Mon, 16 Nov 2026 Anna Keller <sales@contoso.com> wrote: Hi Kris, write to albina@x.com",
  "Falsche Person. Am 16.11.2026 schrieb Anna: wenden Sie sich an Albina, albina@x.com",
  "Somebody else does that here.",
  "",
])("nobody is named: %s", (text) => {
  expect(read(text)).toBeNull();
});

test("a long text that nearly names somebody takes no time", async () => {
  const text = `contact ${"Aa ".repeat(200)}${"a".repeat(300)}@${"b-".repeat(200)}`;
  expect(await quickest(() => readNamed(text, own), 200)).toBeLessThan(200);
});
