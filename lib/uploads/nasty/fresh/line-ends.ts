import type { NastyFile } from "../nasty-file";
import { exactly } from "./make-bytes";

const rows = [
  "Name,Email,City",
  "Greta Dahl,greta@fjell.example,Bergen",
  "Paolo Conti,paolo@tevere.example,Terni",
  "Inês Ramos,ines@tejo.example,Tomar",
];
const people = [
  { email: "greta@fjell.example", Name: "Greta Dahl", City: "Bergen" },
  { email: "paolo@tevere.example", Name: "Paolo Conti", City: "Terni" },
  { email: "ines@tejo.example", Name: "Inês Ramos", City: "Tomar" },
];
const header = ["Name", "Email", "City"];
const one = (name: string, source: string, text: string): NastyFile => ({
  name,
  source,
  bytes: exactly(text),
  people,
  others: 0,
  header,
});
const ended = (end: string) => rows.map((row) => row + end).join("");

export const lineEnds: NastyFile[] = [
  one("lines end with LF", "own", ended("\n")),
  one("lines end with CR alone, as Excel on a Mac saves", "https://github.com/mautic/mautic/pull/5408", ended("\r")),
  one("CR alone, none after the last line", "https://github.com/WarrenWilkinson/read-csv/issues/7", rows.join("\r")),
  one("lines end with CR CR LF", "https://github.com/AB1908/GOG-Galaxy-Export-Script/issues/7", ended("\r\r\n")),
  one("lines end with LF CR", "own", ended("\n\r")),
  one("no line end after the last line", "https://github.com/parsecsv/parsecsv-for-php/issues/85", rows.join("\n")),
  one("a blank line between all lines", "https://github.com/tabulapdf/tabula-extractor/issues/19", rows.join("\r\n\r\n")),
  one("blank lines at the start", "https://github.com/duckdb/duckdb/issues/9343", `\r\n\r\n\r\n${ended("\r\n")}`),
  one("500 blank lines at the end", "https://github.com/ArctosDB/arctos/issues/1691", ended("\r\n") + "\r\n".repeat(500)),
  one(
    "300 lines of dividers alone at the end",
    "https://github.com/NHSDigital/manage-vaccinations-in-schools/pull/2186",
    ended("\r\n") + ",,\r\n".repeat(300),
  ),
  one("lines of blanks and tabs in between", "https://github.com/CartoDB/cartodb/issues/6178", rows.join("\n \t \n")),
  one(
    "each line ends another way",
    "https://github.com/mholt/PapaParse/issues/578",
    `${rows[0]}\r\n${rows[1]}\n${rows[2]}\r${rows[3]}\n`,
  ),
  one("LF first, CR LF from the second file pasted below", "own", `${rows[0]}\n${rows[1]}\n${rows[2]}\r\n${rows[3]}\r\n`),
  one("the names end with CR, the rows with LF", "own", `${rows[0]}\r${rows.slice(1).join("\n")}\n`),
  one("Ctrl-Z at the end", "own", `${ended("\r\n")}\u001a`),
  one(
    "NUL bytes at the end, as after a crash",
    "https://github.com/bgreenlee/pygtail/issues/20",
    `${ended("\n")}${"\0".repeat(512)}`,
  ),
  one("lines end with U+2028", "https://github.com/tototoshi/scala-csv/issues/137", rows.join("\u2028")),
  {
    name: "NUL bytes inside cells",
    source: "https://github.com/jpmckinney/fastcsv/issues/13",
    bytes: exactly("Name,Email,City\nGreta\0,greta@fjell.example,Ber\0gen\nPaolo,paolo@tevere.example\0,Terni\n"),
    people: [{ email: "greta@fjell.example" }, { email: "paolo@tevere.example", City: "Terni" }],
    others: 0,
    header,
  },
  {
    name: "NUL before the closing quote",
    source: "https://github.com/OpenRefine/OpenRefine/issues/653",
    bytes: exactly('"Name","Email"\n"Greta\0","greta@fjell.example"\n"Paolo","paolo@tevere.example\0"\n'),
    people: [{ email: "greta@fjell.example" }, { email: "paolo@tevere.example", Name: "Paolo" }],
    others: 0,
    header: ["Name", "Email"],
  },
  {
    name: "vertical tabs for the lines of an address inside a cell, as FileMaker writes",
    source: "https://github.com/evanmiller/fmptools/issues/17",
    bytes: exactly(
      "Name\tEmail\tStreet\rGreta\tgreta@fjell.example\tBryggen 1\v5003 Bergen\rPaolo\tpaolo@tevere.example\tVia Roma 2\r",
    ),
    people: [
      { email: "greta@fjell.example", Name: "Greta" },
      { email: "paolo@tevere.example", Street: "Via Roma 2" },
    ],
    others: 0,
    header: ["Name", "Email", "Street"],
  },
  {
    name: "U+2028, U+2029 and NEL inside cells without quotes",
    source: "https://github.com/tototoshi/scala-csv/issues/137",
    bytes: exactly(
      "Name,Note,Email\nGreta,one\u2028two,greta@fjell.example\nPaolo,three\u2029four,paolo@tevere.example\nInês,five\u0085six,ines@tejo.example\n",
    ),
    people: [
      { email: "greta@fjell.example", Name: "Greta" },
      { email: "paolo@tevere.example", Name: "Paolo" },
      { email: "ines@tejo.example", Name: "Inês" },
    ],
    others: 0,
    header: ["Name", "Note", "Email"],
  },
  {
    name: "CR LF inside quoted cells, LF between rows",
    source: "https://github.com/mholt/PapaParse/issues/344",
    bytes: exactly('"Note","Email"\n"two\r\nlines","greta@fjell.example"\n"one","paolo@tevere.example"\n'),
    people: [{ email: "greta@fjell.example" }, { email: "paolo@tevere.example", Note: "one" }],
    others: 0,
    header: ["Note", "Email"],
  },
  {
    name: "LF inside quoted cells, CR between rows",
    source: "https://github.com/mholt/PapaParse/issues/252",
    bytes: exactly('"Name","E-mail\naddress"\r"Greta","greta@fjell.example"\r"Paolo","paolo@tevere.example"\r'),
    people: [
      { email: "greta@fjell.example", Name: "Greta" },
      { email: "paolo@tevere.example", Name: "Paolo" },
    ],
    others: 0,
  },
  {
    name: "a bare CR inside a cell of a file of CR LF",
    source: "https://github.com/minimaxir/facebook-page-post-scraper/issues/50",
    bytes: exactly("Name,Email,Note\r\nGreta,greta@fjell.example,first\rsecond\r\nPaolo,paolo@tevere.example,\r\n"),
    people: [{ email: "greta@fjell.example" }, { email: "paolo@tevere.example" }],
    others: 0,
    doubtful: true,
  },
  {
    name: "form feeds between printed pages",
    source: "own",
    bytes: exactly(`${rows[0]}\n${rows[1]}\n\f${rows[0]}\n${rows[2]}\n\f${rows[0]}\n${rows[3]}\n`),
    people,
    others: 2,
    header,
  },
];
