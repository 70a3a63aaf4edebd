import type { NastyFile } from "../nasty-file";
import { crlf, exactly, lines } from "./make-bytes";

const nec = ["Name", "Email", "City"];

export const quotes: NastyFile[] = [
  {
    name: "every cell in double quotes",
    source: "https://github.com/Kademi/kademi-dev/issues/3977",
    bytes: crlf(
      '"Name","Email","City"',
      '"Dahl, Greta","greta@fjell.example","Bergen"',
      '"Conti, Paolo","paolo@tevere.example",""',
    ),
    people: [
      { email: "greta@fjell.example", Name: "Dahl, Greta", City: "Bergen" },
      { email: "paolo@tevere.example", Name: "Conti, Paolo", City: "" },
    ],
    others: 0,
    header: nec,
  },
  {
    name: "every cell in single quotes, with dividers inside",
    source: "https://github.com/OpenRefine/OpenRefine/issues/4899",
    bytes: lines(
      "'Name', 'Email', 'City'",
      "'Dahl, Greta', 'greta@fjell.example', 'Bergen'",
      "'Conti, Paolo', 'paolo@tevere.example', 'Terni'",
    ),
    people: [
      { email: "greta@fjell.example", Name: "Dahl, Greta", City: "Bergen" },
      { email: "paolo@tevere.example", Name: "Conti, Paolo", City: "Terni" },
    ],
    others: 0,
    header: nec,
  },
  {
    name: "single quotes around cells, doubled inside O''Brien",
    source: "https://github.com/pingcap/dumpling/issues/98",
    bytes: lines("'name','email'", "'Sean O''Brien','sean@liffey.example'", "'Aoife D''Arcy','aoife@liffey.example'"),
    people: [
      { email: "sean@liffey.example", name: "Sean O'Brien" },
      { email: "aoife@liffey.example", name: "Aoife D'Arcy" },
    ],
    others: 0,
    header: ["name", "email"],
  },
  {
    name: "cells that start with an apostrophe and quote nothing",
    source: "https://github.com/ExcelDataReader/ExcelDataReader/issues/333",
    bytes: lines(
      "Name|Email|Street",
      "Joost|joost@maas.example|'s Gravendijk 100",
      "Femke|femke@maas.example|'t Zand 4",
      "Bram|bram@maas.example|Dam 1",
    ),
    people: [
      { email: "joost@maas.example", Street: "'s Gravendijk 100" },
      { email: "femke@maas.example", Street: "'t Zand 4" },
      { email: "bram@maas.example", Street: "Dam 1" },
    ],
    others: 0,
    header: ["Name", "Email", "Street"],
  },
  {
    name: "apostrophes in names and in an address",
    source: "https://github.com/mautic/mautic/issues/10411",
    bytes: lines("First name,Last name,Email", "Sean,O'Brien,sean.o'brien@liffey.example", "Nora,D'Arcy,nora@liffey.example"),
    people: [
      { email: "sean.o'brien@liffey.example", "Last name": "O'Brien" },
      { email: "nora@liffey.example", "Last name": "D'Arcy" },
    ],
    others: 0,
    header: ["First name", "Last name", "Email"],
  },
  {
    name: "one apostrophe inside cells in double quotes",
    source: "https://github.com/uniVocity/univocity-parsers/pull/124",
    bytes: lines('"One","Mail","Three"', `"Two's the best","two@pair.example","It's"`, '"Four","four@pair.example","No"'),
    people: [
      { email: "two@pair.example", One: "Two's the best", Three: "It's" },
      { email: "four@pair.example", One: "Four" },
    ],
    others: 0,
    header: ["One", "Mail", "Three"],
  },
  {
    name: "quotes escaped by a backslash, as MySQL writes them",
    source: "https://github.com/C2FO/fast-csv/issues/112",
    bytes: lines(
      '"name","email","note"',
      '"Ada \\"Countess\\" Lock","ada@lovelock.example","said \\"yes, soon\\", twice"',
      '"Bea Lock","bea@lovelock.example",""',
    ),
    people: [
      { email: "ada@lovelock.example", name: 'Ada "Countess" Lock', note: 'said "yes, soon", twice' },
      { email: "bea@lovelock.example", name: "Bea Lock" },
    ],
    others: 0,
    header: ["name", "email", "note"],
  },
  {
    name: "a cell that ends with a backslash before its quote",
    source: "https://github.com/ClickHouse/ClickHouse/issues/2876",
    bytes: lines('"name","folder","email"', '"Ada","C:\\Users\\","ada@lovelock.example"', '"Bea","D:\\","bea@lovelock.example"'),
    people: [
      { email: "ada@lovelock.example", folder: "C:\\Users\\" },
      { email: "bea@lovelock.example", folder: "D:\\" },
    ],
    others: 0,
    header: ["name", "folder", "email"],
  },
  {
    name: "doubled quotes, dividers and line ends in quoted cells",
    source: "https://github.com/mholt/PapaParse/issues/457",
    bytes: crlf(
      "Name,Note,Email",
      '"Ana ""Anita"" Sol","first line, then\n\n""second""\r\nthird",ana@sol.example',
      "Blai,,blai@sol.example",
    ),
    people: [{ email: "ana@sol.example", Name: 'Ana "Anita" Sol' }, { email: "blai@sol.example" }],
    others: 0,
    header: ["Name", "Note", "Email"],
  },
  {
    name: "more dividers of another kind in a quoted cell of many lines than between the cells",
    source: "https://github.com/mholt/PapaParse/issues/681",
    bytes: exactly('Name;Email;Note\nAna;ana@sol.example;"a,b\nc,d,e\nf,g,h,i\n,,,,"\nBlai;blai@sol.example;"x,y\nz"\n'),
    people: [
      { email: "ana@sol.example", Note: "a,b\nc,d,e\nf,g,h,i\n,,,," },
      { email: "blai@sol.example", Note: "x,y\nz" },
    ],
    others: 0,
    header: ["Name", "Email", "Note"],
  },
  {
    name: "a bare inch mark inside a cell",
    source: "https://github.com/max-mapper/binary-csv/issues/7",
    bytes: lines("item,email,left", '5" pipe,pia@rohr.example,4', 'hose 16",hans@rohr.example,9', "clamp,cora@rohr.example,12"),
    people: [
      { email: "pia@rohr.example", item: '5" pipe', left: "4" },
      { email: "hans@rohr.example", item: 'hose 16"', left: "9" },
      { email: "cora@rohr.example", item: "clamp" },
    ],
    others: 0,
    header: ["item", "email", "left"],
  },
  {
    name: "a nickname in bare quotes inside a cell",
    source: "https://github.com/tarql/tarql/issues/50",
    bytes: lines(
      "Company,Email",
      'Toys "r" Them,toys@shop.example',
      'Hemp & Bolt"s,bolt@shop.example',
      "Plain Ltd,plain@shop.example",
    ),
    people: [
      { email: "toys@shop.example", Company: 'Toys "r" Them' },
      { email: "bolt@shop.example", Company: 'Hemp & Bolt"s' },
      { email: "plain@shop.example", Company: "Plain Ltd" },
    ],
    others: 0,
    header: ["Company", "Email"],
  },
  {
    name: "quoted cells with bare quotes inside",
    source: "https://github.com/mholt/PapaParse/pull/409",
    bytes: lines(
      '"Company","Email"',
      '"Hotel "Zur Post"","post@alm.example"',
      '"Cafe "Edel"weiss","edel@alm.example"',
      '"Alm","alm@alm.example"',
    ),
    people: [
      { email: "post@alm.example", Company: 'Hotel "Zur Post"' },
      { email: "edel@alm.example", Company: 'Cafe "Edel"weiss' },
      { email: "alm@alm.example", Company: "Alm" },
    ],
    others: 0,
    header: ["Company", "Email"],
  },
  {
    name: "blanks outside of the quotes",
    source: "https://github.com/OpenRefine/OpenRefine/issues/4899",
    bytes: lines(
      '"Name", "Email" , "City"',
      ' "Dahl, Greta" , "greta@fjell.example", "Bergen" ',
      '"Conti, Paolo",  "paolo@tevere.example","Terni"',
    ),
    people: [
      { email: "greta@fjell.example", Name: "Dahl, Greta", City: "Bergen" },
      { email: "paolo@tevere.example", Name: "Conti, Paolo", City: "Terni" },
    ],
    others: 0,
    header: nec,
  },
  {
    name: "German low quotes in names, nothing quoted",
    source: "https://github.com/phatcher/CsvReader/issues/25",
    bytes: lines("Firma;E-Mail", "Gasthof „Zum Löwen“;loewen@alm.example", "»Adler« KG;adler@alm.example"),
    people: [
      { email: "loewen@alm.example", Firma: "Gasthof „Zum Löwen“" },
      { email: "adler@alm.example", Firma: "»Adler« KG" },
    ],
    others: 0,
    header: ["Firma", "E-Mail"],
  },
  {
    name: "quotes only around the names of the columns",
    source: "https://github.com/pandas-dev/pandas/issues/41304",
    bytes: crlf('"Name";"E-Mail";"Ort, Land"', "Dahl;greta@fjell.example;Bergen", "Conti;paolo@tevere.example;Terni"),
    people: [
      { email: "greta@fjell.example", "Ort, Land": "Bergen" },
      { email: "paolo@tevere.example", "Ort, Land": "Terni" },
    ],
    others: 0,
    header: ["Name", "E-Mail", "Ort, Land"],
  },
];
