import type { NastyFile } from "../nasty-file";
import { crlf, exactly, lines } from "./make-bytes";

const emails = (...who: string[]) => who.map((one) => ({ email: `${one}@lovelock.example` }));

export const widths: NastyFile[] = [
  {
    name: "rows that stop early",
    source: "https://github.com/StarGW-net/contacts-import/issues/2",
    bytes: lines(
      "Name,Email,Phone,City,Note",
      "Ada,ada@lovelock.example",
      "Bea,bea@lovelock.example,555",
      "Cyd,cyd@lovelock.example,556,Hull,x",
      "Dot",
    ),
    people: emails("ada", "bea", "cyd"),
    others: 1,
    header: ["Name", "Email", "Phone", "City", "Note"],
  },
  {
    name: "each row ends with a divider, the names do not",
    source: "https://github.com/pandas-dev/pandas/issues/14124",
    bytes: lines(
      "Name,City,Email",
      "Ada,Bath,ada@lovelock.example,",
      "Bea,York,bea@lovelock.example,",
      "Cyd,Hull,cyd@lovelock.example,",
    ),
    people: [
      { email: "ada@lovelock.example", Name: "Ada", City: "Bath" },
      { email: "bea@lovelock.example", Name: "Bea", City: "York" },
      { email: "cyd@lovelock.example", Name: "Cyd", City: "Hull" },
    ],
    others: 0,
    header: ["Name", "City", "Email"],
  },
  {
    name: "the names end with a divider, the rows do not",
    source: "https://github.com/owncloud-archive/contacts/issues/1108",
    bytes: lines("Name,City,Email,", "Ada,Bath,ada@lovelock.example", "Bea,York,bea@lovelock.example"),
    people: [
      { email: "ada@lovelock.example", City: "Bath" },
      { email: "bea@lovelock.example", City: "York" },
    ],
    others: 0,
  },
  {
    name: "only the first row has a divider too many",
    source: "https://github.com/pandas-dev/pandas/issues/9295",
    bytes: lines(
      "Name,City,Email",
      "Ada,Bath,ada@lovelock.example,",
      "Bea,York,bea@lovelock.example",
      "Cyd,Hull,cyd@lovelock.example",
    ),
    people: [
      { email: "ada@lovelock.example", Name: "Ada" },
      { email: "bea@lovelock.example", Name: "Bea" },
      { email: "cyd@lovelock.example", Name: "Cyd" },
    ],
    others: 0,
    header: ["Name", "City", "Email"],
  },
  {
    name: "fewer names than cells, without a column of numbers",
    source: "https://github.com/TablePress/TablePress/issues/198",
    bytes: crlf("Name;Email", "Ada;ada@lovelock.example;Bath;555", "Bea;bea@lovelock.example;York;556"),
    people: [
      { email: "ada@lovelock.example", Name: "Ada", "column 3": "Bath" },
      { email: "bea@lovelock.example", Name: "Bea", "column 3": "York" },
    ],
    others: 0,
  },
  {
    name: "an unquoted comma in one firm shifts its row",
    source: "https://github.com/duckdb/duckdb/issues/9343",
    bytes: lines(
      "Firm,Email,City",
      "Lock Ltd,ada@lovelock.example,Bath",
      "Moss, Inc.,bea@lovelock.example,York",
      "Fern Ltd,cyd@lovelock.example,Hull",
    ),
    people: [
      { email: "ada@lovelock.example", City: "Bath" },
      { email: "bea@lovelock.example" },
      { email: "cyd@lovelock.example", City: "Hull" },
    ],
    others: 0,
    doubtful: true,
  },
  {
    name: "a column of numbers without a name, as pandas writes its index",
    source: "https://github.com/pandas-dev/pandas/issues/15203",
    bytes: lines(",name,email", "0,Ada,ada@lovelock.example", "1,Bea,bea@lovelock.example"),
    people: [
      { email: "ada@lovelock.example", name: "Ada" },
      { email: "bea@lovelock.example", name: "Bea" },
    ],
    others: 0,
  },
  {
    name: "a column of row numbers that the names lack, as R's write.table writes",
    source: "own",
    bytes: lines('"name" "email"', '"1" "Ada Lock" "ada@lovelock.example"', '"2" "Bea Lock" "bea@lovelock.example"'),
    people: emails("ada", "bea"),
    others: 0,
    doubtful: true,
  },
  {
    name: "R's write.csv with quoted row numbers",
    source: "own",
    bytes: lines('"","name","email"', '"1","Ada","ada@lovelock.example"', '"2","Bea",NA', '"3","Cyd","cyd@lovelock.example"'),
    people: [
      { email: "ada@lovelock.example", name: "Ada" },
      { email: "cyd@lovelock.example", name: "Cyd" },
    ],
    others: 1,
  },
  {
    name: "commas between cells, a semicolon at the end of each line",
    source: "https://github.com/bahaaldine/angular-csv-import/issues/12",
    bytes: lines("Name,Email,City;", "Ada,ada@lovelock.example,Bath;", "Bea,bea@lovelock.example,York;"),
    people: [
      { email: "ada@lovelock.example", Name: "Ada" },
      { email: "bea@lovelock.example", Name: "Bea" },
    ],
    others: 0,
  },
  {
    name: "the first column is empty everywhere",
    source: "https://github.com/roskakori/cutplace/issues/8",
    bytes: crlf(";Name;Email", ";Ada;ada@lovelock.example", ";Bea;bea@lovelock.example"),
    people: [
      { email: "ada@lovelock.example", Name: "Ada" },
      { email: "bea@lovelock.example", Name: "Bea" },
    ],
    others: 0,
  },
  {
    name: "lines of dividers alone among the rows",
    source: "https://github.com/NHSDigital/manage-vaccinations-in-schools/pull/2186",
    bytes: crlf("Name;Email;City", ";;", "Ada;ada@lovelock.example;Bath", ";;", ";;", "Bea;bea@lovelock.example;York", ";;"),
    people: emails("ada", "bea"),
    others: 0,
    header: ["Name", "Email", "City"],
  },
  {
    name: "forty empty columns to the right, as a spreadsheet leaves them",
    source: "own",
    bytes: crlf(...["Name;Email", "Ada;ada@lovelock.example", "Bea;bea@lovelock.example"].map((row) => row + ";".repeat(40))),
    people: emails("ada", "bea"),
    others: 0,
  },
  {
    name: "150 columns, the address in the 120th",
    source: "own",
    bytes: lines(
      wide("Email", (at) => `Field ${at}`),
      wide("ada@lovelock.example", String),
      wide("bea@lovelock.example", (at) => `b${at}`),
    ),
    people: [
      { email: "ada@lovelock.example", "Field 1": "1", "Field 150": "150" },
      { email: "bea@lovelock.example", "Field 1": "b1", "Field 150": "b150" },
    ],
    others: 0,
  },
  {
    name: "one column with a name",
    source: "https://github.com/freeCodeCamp/mail-for-good/issues/225",
    bytes: lines("email", "ada@lovelock.example", "bea@lovelock.example"),
    people: emails("ada", "bea"),
    others: 0,
    header: ["email"],
  },
  {
    name: "one row below the names, no line end",
    source: "https://github.com/phpmyadmin/phpmyadmin/pull/763",
    bytes: exactly("Name,Email\nAda,ada@lovelock.example"),
    people: [{ email: "ada@lovelock.example", Name: "Ada" }],
    others: 0,
    header: ["Name", "Email"],
  },
  {
    name: "a cell of 200 KB",
    source: "own",
    bytes: lines("Name,Email,Photo", `Ada,ada@lovelock.example,${"QUJD".repeat(50_000)}`, "Bea,bea@lovelock.example,"),
    people: emails("ada", "bea"),
    others: 0,
    header: ["Name", "Email", "Photo"],
  },
  {
    name: "cells padded with hundreds of blanks",
    source: "https://github.com/knadh/listmonk/issues/1070",
    bytes: lines(
      `email${" ".repeat(400)}, name${" ".repeat(150)}, attributes${" ".repeat(150)}`,
      `ada@lovelock.example${" ".repeat(385)}, Ada Lock${" ".repeat(146)}, "{""a"": true}"${" ".repeat(140)}`,
      `bea@lovelock.example${" ".repeat(385)}, Bea Lock${" ".repeat(146)}, "{""a"": true}"${" ".repeat(140)}`,
    ),
    people: [
      { email: "ada@lovelock.example", name: "Ada Lock" },
      { email: "bea@lovelock.example", name: "Bea Lock" },
    ],
    others: 0,
    header: ["email", "name", "attributes"],
  },
  {
    name: "one row lacks its first cell, so that its address stands a column too early",
    source: "https://github.com/justingit/dada-mail/issues/513",
    bytes: lines(
      "timestamp,email,password",
      "2015-08-03,ada@lovelock.example,x",
      "bea@lovelock.example,y",
      "2015-08-05,cyd@lovelock.example,z",
    ),
    people: emails("ada", "bea", "cyd"),
    others: 0,
    header: ["timestamp", "email", "password"],
    doubtful: true,
  },
  {
    name: "only the names of the columns",
    source: "https://github.com/zetkin/app.zetkin.org/issues/2949",
    bytes: lines("Name,Email,City"),
    people: [],
    others: 0,
    header: ["Name", "Email", "City"],
  },
];

function wide(email: string, cell: (at: number) => string): string {
  return Array.from({ length: 150 }, (_, at) => (at === 119 ? email : cell(at + 1))).join(",");
}
