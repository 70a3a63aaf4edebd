import type { NastyFile } from "../nasty-file";
import { crlf, exactly, lines } from "./make-bytes";

const three = [
  { email: "greta@fjell.example", Name: "Greta Dahl", City: "Bergen" },
  { email: "paolo@tevere.example", Name: "Paolo Conti", City: "Terni" },
  { email: "ines@tejo.example", Name: "Inês Ramos", City: "Tomar" },
];
const header = ["Name", "Email", "City"];
const table = (divider: string) =>
  [header, ...three.map((one) => [one.Name, one.email, one.City])].map((row) => row.join(divider));
const dividedBy = (name: string, source: string, divider: string): NastyFile => ({
  name,
  source,
  bytes: crlf(...table(divider)),
  people: three,
  others: 0,
  header,
});
const said = (name: string, source: string, line: string, divider: string): NastyFile => ({
  ...dividedBy(name, source, divider),
  bytes: crlf(line, ...table(divider)),
});

export const dividers: NastyFile[] = [
  dividedBy("divided by semicolons", "https://github.com/mettle/sendportal/issues/67", ";"),
  dividedBy("divided by tabs", "https://github.com/qbicsoftware/data-manager-app/pull/588", "\t"),
  dividedBy("divided by pipes", "https://github.com/alan-turing-institute/CleverCSV/issues/58", "|"),
  dividedBy("divided by pipes with blanks around", "own", " | "),
  dividedBy("divided by tildes", "own", "~"),
  dividedBy("divided by carets", "own", "^"),
  dividedBy("divided by colons", "https://github.com/kagix/exists/issues/4", ":"),
  dividedBy("divided by comma and blank", "https://github.com/pandas-dev/pandas/issues/9295", ", "),
  dividedBy("divided by blank, semicolon, blank", "own", " ; "),
  said("says sep=; first", "https://github.com/mechatroner/vscode_rainbow_csv/issues/108", "sep=;", ";"),
  said("says sep=, first", "https://github.com/PowerShell/PowerShell/issues/7776", "sep=,", ","),
  said("says sep=~ first", "https://github.com/alexcaza/export-to-csv/issues/43", "sep=~", "~"),
  said("says SEP=| in capitals", "https://github.com/tspence/csharp-csv-reader/issues/28", "SEP=|", "|"),
  said("says sep= and a tab first", "https://github.com/tspence/csharp-csv-reader/issues/28", "sep=\t", "\t"),
  said(
    "says sep=; in quotes after a mark",
    "https://github.com/Esri/coordinate-conversion-addin-dotnet/pull/414",
    '\uFEFF"sep=;"',
    ";",
  ),
  said("says sep=; though commas follow", "own", "sep=;", ","),
  {
    name: "commas in the names of columns divided by semicolons",
    source: "https://github.com/TablePress/TablePress/issues/198",
    bytes: crlf(
      "Name, Vorname;E-Mail, geschäftlich;Ort, Land, Kontinent",
      "Dahl, Greta;greta@fjell.example;Bergen, Norwegen, Europa",
      "Conti, Paolo;paolo@tevere.example;Terni, Italien, Europa",
    ),
    people: [
      { email: "greta@fjell.example", "Name, Vorname": "Dahl, Greta", "Ort, Land, Kontinent": "Bergen, Norwegen, Europa" },
      { email: "paolo@tevere.example", "Name, Vorname": "Conti, Paolo", "Ort, Land, Kontinent": "Terni, Italien, Europa" },
    ],
    others: 0,
    header: ["Name, Vorname", "E-Mail, geschäftlich", "Ort, Land, Kontinent"],
  },
  {
    name: "decimal commas among semicolons",
    source: "own",
    bytes: crlf(
      "Firma;E-Mail;Umsatz;Rabatt;Breite",
      "Alm GmbH;alm@alm.example;12,50;3,5;47,06",
      "Tal AG;tal@tal.example;1.299,00;0,0;46,81",
    ),
    people: [
      { email: "alm@alm.example", Firma: "Alm GmbH", Umsatz: "12,50", Breite: "47,06" },
      { email: "tal@tal.example", Firma: "Tal AG", Umsatz: "1.299,00", Breite: "46,81" },
    ],
    others: 0,
    header: ["Firma", "E-Mail", "Umsatz", "Rabatt", "Breite"],
  },
  {
    name: "more colons in times than commas between cells",
    source: "https://github.com/alan-turing-institute/CleverCSV/issues/35",
    bytes: lines(
      "created,email,called",
      "20:53:06,ada@lovelock.example,2019-09-01T19:28:21",
      "19:33:15,bea@lovelock.example,2005-02-15T19:10:31",
      "10:43:05,cyd@lovelock.example,1992-10-12T14:49:24",
    ),
    people: [
      { email: "ada@lovelock.example", created: "20:53:06", called: "2019-09-01T19:28:21" },
      { email: "bea@lovelock.example", created: "19:33:15" },
      { email: "cyd@lovelock.example", created: "10:43:05" },
    ],
    others: 0,
    header: ["created", "email", "called"],
  },
  {
    name: "cells of JSON between commas",
    source: "https://github.com/alan-turing-institute/CleverCSV/issues/37",
    bytes: lines(
      "email,name,attributes",
      'ada@lovelock.example,Ada,"{""city"": ""Bath"", ""tags"": [""a;b"", ""c|d""]}"',
      'bea@lovelock.example,Bea,"{""city"": ""York"", ""tags"": []}"',
    ),
    people: [
      { email: "ada@lovelock.example", attributes: '{"city": "Bath", "tags": ["a;b", "c|d"]}' },
      { email: "bea@lovelock.example", attributes: '{"city": "York", "tags": []}' },
    ],
    others: 0,
    header: ["email", "name", "attributes"],
  },
  {
    name: "names divided by commas, rows by semicolons",
    source: "https://github.com/duckdb/duckdb/issues/25827",
    bytes: crlf("Name,Email,City", ...table(";").slice(1)),
    people: three.map(({ email }) => ({ email })),
    others: 0,
    doubtful: true,
  },
  {
    name: "names divided by tabs, rows by commas",
    source: "https://github.com/duckdb/duckdb/issues/15576",
    bytes: crlf("Name\tEmail\tCity", ...table(",").slice(1)),
    people: three.map(({ email }) => ({ email })),
    others: 0,
    doubtful: true,
  },
  {
    name: "half of the rows by semicolons, half by commas",
    source: "https://github.com/duckdb/duckdb/issues/25827",
    bytes: lines(...table(";"), "Lena,lena@inn.example,Hall", "Uwe,uwe@inn.example,Wörgl", "Ida,ida@inn.example,Telfs"),
    people: [...three, ...["lena", "uwe", "ida"].map((who) => ({ email: `${who}@inn.example` }))].map(({ email }) => ({ email })),
    others: 0,
    doubtful: true,
  },
  {
    name: "one column, in one row a semicolon",
    source: "https://github.com/duckdb/duckdb/issues/25827",
    bytes: exactly("email\nada@lovelock.example\nbea@lovelock.example\n;\ncyd@lovelock.example\n"),
    people: ["ada", "bea", "cyd"].map((who) => ({ email: `${who}@lovelock.example` })),
    others: 0,
    header: ["email"],
  },
];
