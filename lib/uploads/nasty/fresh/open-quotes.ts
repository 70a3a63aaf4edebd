import type { NastyFile } from "../nasty-file";
import { crlf, exactly, lines } from "./make-bytes";

// A quote that is opened and not closed: a parser by the book makes one cell of the rest, a person sees rows.
const rows = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => `Guest ${from + at},guest${from + at}@inn.example,Room ${from + at}`);
const guests = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => ({ email: `guest${from + at}@inn.example` }));

export const openQuotes: NastyFile[] = [
  {
    name: "a quote opened in a name and never closed",
    source: "https://github.com/osiegmar/FastCSV/issues/173",
    bytes: lines("Name,Email,Room", ...rows(1, 3), '"Guest 4,guest4@inn.example,Room 4', ...rows(5, 9)),
    people: guests(1, 9),
    others: 0,
    header: ["Name", "Email", "Room"],
  },
  {
    name: "a quote opened in the last cell of a row and never closed",
    source: "https://github.com/tototoshi/scala-csv/issues/18",
    bytes: crlf("Name,Email,Room", ...rows(1, 2), 'Guest 3,guest3@inn.example,"Room 3', ...rows(4, 8)),
    people: guests(1, 8),
    others: 0,
    header: ["Name", "Email", "Room"],
  },
  {
    name: "a quote opened in one row and closed in another, lines later",
    source: "https://github.com/adaltas/node-csv-parse/issues/277",
    bytes: lines(
      "Name,Email,Room",
      ...rows(1, 2),
      '"Guest 3,guest3@inn.example,Room 3',
      ...rows(4, 7),
      'Guest 8",guest8@inn.example,Room 8',
      ...rows(9, 10),
    ),
    people: guests(1, 10),
    others: 0,
    header: ["Name", "Email", "Room"],
  },
  {
    name: "two rows far apart that each open a quote at the start of a cell",
    source: "https://github.com/mholt/PapaParse/pull/409",
    bytes: lines(
      "Name,Email,Room",
      'Guest 1,guest1@inn.example,"Sea view',
      ...rows(2, 30),
      'Guest 31,guest31@inn.example,"Garden',
      ...rows(32, 34),
    ),
    people: guests(1, 34),
    others: 0,
    header: ["Name", "Email", "Room"],
  },
  {
    name: "all cells quoted, one closing quote forgotten",
    source: "https://github.com/adaltas/node-csv-parse/issues/273",
    bytes: lines(
      '"Name","Email","Room"',
      '"Guest 1","guest1@inn.example","Room 1"',
      '"Guest 2","guest2@inn.example","Room 2',
      '"Guest 3","guest3@inn.example","Room 3"',
      '"Guest 4","guest4@inn.example","Room 4"',
    ),
    people: guests(1, 4),
    others: 0,
    header: ["Name", "Email", "Room"],
  },
  {
    name: "a quote opened in the line that names the columns",
    source: "https://github.com/halogenandtoast/excelsior/issues/8",
    bytes: lines('"Name,Email,Room', ...rows(1, 4)),
    people: guests(1, 4),
    others: 0,
    doubtful: true,
  },
  {
    name: "a lone quote as a whole cell",
    source: "https://github.com/microsoft/AzureStorageExplorer/issues/8113",
    bytes: lines("Name,Email,Room", ...rows(1, 2), 'Guest 3,guest3@inn.example,"', ...rows(4, 6)),
    people: guests(1, 6),
    others: 0,
    header: ["Name", "Email", "Room"],
  },
  {
    name: "ditto marks of two single quotes and of one double quote",
    source: "own",
    bytes: lines(
      "Name;Email;Firm",
      "Ada;ada@firm.example;Lock & Co",
      'Bea;bea@firm.example;"',
      "Cyd;cyd@firm.example;''",
      'Dot;dot@firm.example;"',
    ),
    people: ["ada", "bea", "cyd", "dot"].map((who) => ({ email: `${who}@firm.example` })),
    others: 0,
    header: ["Name", "Email", "Firm"],
  },
  {
    name: "inches at the start of a cell in two rows",
    source: "https://github.com/max-mapper/binary-csv/issues/7",
    bytes: lines(
      "Size,Email,Left",
      '"5 pipe,pia@rohr.example,4',
      "clamp,cora@rohr.example,12",
      '"16 hose,hans@rohr.example,9',
      "tap,tina@rohr.example,1",
    ),
    people: ["pia", "cora", "hans", "tina"].map((who) => ({ email: `${who}@rohr.example` })),
    others: 0,
    header: ["Size", "Email", "Left"],
  },
  {
    name: "a quoted note over three lines that itself holds what looks like rows",
    source: "https://github.com/mholt/PapaParse/issues/1077",
    bytes: exactly(
      'Name,Email,Note\nAda,ada@firm.example,"met with:\nBob Shaw,Leeds\nCy Moss,York"\nBea,bea@firm.example,"call, then write"\n',
    ),
    people: [
      { email: "ada@firm.example", Note: "met with:\nBob Shaw,Leeds\nCy Moss,York" },
      { email: "bea@firm.example", Note: "call, then write" },
    ],
    others: 0,
    header: ["Name", "Email", "Note"],
  },
  {
    name: "a quoted note that holds a forwarded mail with addresses in it",
    source: "own",
    bytes: exactly(
      'Name,Email,Note\nAda,ada@firm.example,"From: Bob <bob@other.example>\nTo: Ada, Cy\nSubject: ""Plan""\n\nHello"\nBea,bea@firm.example,\n',
    ),
    people: [{ email: "ada@firm.example" }, { email: "bea@firm.example" }],
    others: 0,
    header: ["Name", "Email", "Note"],
  },
  {
    name: "a long file in which the first row opens a quote for good",
    source: "https://github.com/tarql/tarql/issues/50",
    bytes: lines("Name,Email,Room", '"Guest 1,guest1@inn.example,Room 1', ...rows(2, 2000)),
    people: guests(1, 2000),
    others: 0,
    header: ["Name", "Email", "Room"],
  },
  {
    name: "whole rows in one pair of quotes, as Excel saves a line pasted into one cell",
    source: "https://github.com/parsecsv/parsecsv-for-php/issues/70",
    bytes: crlf('"Name,Email,City"', '"Greta Dahl,greta@fjell.example,Bergen"', '"Paolo Conti,paolo@tevere.example,Terni"'),
    people: [{ email: "greta@fjell.example" }, { email: "paolo@tevere.example" }],
    others: 0,
    doubtful: true,
  },
  {
    name: "whole rows in quotes, their own quotes doubled",
    source: "https://github.com/mholt/PapaParse/issues/1003",
    bytes: crlf(
      "Name,Email,City",
      '"""Dahl, Greta"",greta@fjell.example,Bergen"',
      '"""Conti, Paolo"",paolo@tevere.example,Terni"',
    ),
    people: [{ email: "greta@fjell.example" }, { email: "paolo@tevere.example" }],
    others: 0,
    doubtful: true,
  },
  {
    name: "curly quotes around cells",
    source: "https://github.com/younginnovations/aidstream/issues/140",
    bytes: lines("“Name”,“Email”", "“Greta Dahl”,“greta@fjell.example”", "“Paolo Conti”,“paolo@tevere.example”"),
    people: [{ email: "greta@fjell.example" }, { email: "paolo@tevere.example" }],
    others: 0,
  },
];
