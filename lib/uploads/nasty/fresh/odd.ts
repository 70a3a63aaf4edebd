import type { NastyFile } from "../nasty-file";
import { crlf, exactly, joinBytes, lines, utf8 } from "./make-bytes";

const refused = (name: string, source: string, bytes: () => Uint8Array): NastyFile => ({
  name,
  source,
  bytes,
  people: [],
  others: 0,
  refused: true,
});
const two = [{ email: "ada@lovelock.example" }, { email: "bea@lovelock.example" }];

export const odd: NastyFile[] = [
  refused("an empty file", "https://github.com/zesty-io/manager-ui/issues/1601", exactly("")),
  refused("a file of blanks and line ends", "own", exactly("  \r\n\t\r\n   \n\n")),
  refused("a mark and nothing behind it", "https://github.com/herrerad85/tallybook/pull/185", exactly("\uFEFF")),
  refused("a file of NUL bytes", "own", () => new Uint8Array(2048)),
  refused("a file of dividers", "own", exactly(";;;;\r\n".repeat(20))),
  refused("a PDF named .csv", "own", pdf),
  refused("a workbook named .csv: it is a ZIP", "https://github.com/getodk/central-frontend/pull/982", zip),
  refused("an old workbook named .csv: it is an OLE file", "own", ole),
  refused("a PNG named .csv", "own", png),
  refused("a gzip named .csv", "own", () => Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, ...noise(300))),
  refused(
    "a page of HTML with a table, saved as .xls",
    "https://github.com/valdergallo/data-importer/pull/80",
    crlf(
      '<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body><table border="1">',
      "<tr><th>Name</th><th>Email</th></tr>",
      "<tr><td>Ada, Lock</td><td>ada@lovelock.example</td></tr>",
      "<tr><td>Bea; Lock</td><td>bea@lovelock.example</td></tr>",
      "</table></body></html>",
    ),
  ),
  refused(
    "the page of a log-in in place of the file",
    "own",
    lines(
      "<!DOCTYPE html>",
      "<html><head><title>Sign in</title></head>",
      "<body><p>Please sign in, or write to help@desk.example.</p></body></html>",
    ),
  ),
  refused(
    "a list in JSON",
    "own",
    exactly('[\n  {"name": "Ada", "email": "ada@lovelock.example"},\n  {"name": "Bea", "email": "bea@lovelock.example"}\n]\n'),
  ),
  refused(
    "an error in JSON in place of the file",
    "own",
    exactly('{"error":"expired","message":"The link is old, ask again","status":403}'),
  ),
  refused(
    "a workbook in XML of 2003",
    "https://github.com/SheetJS/sheetjs/issues/419",
    lines(
      '<?xml version="1.0"?>',
      '<?mso-application progid="Excel.Sheet"?>',
      '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table><Row><Cell><Data ss:Type="String">ada@lovelock.example</Data></Cell></Row></Table></Worksheet></Workbook>',
    ),
  ),
  refused(
    "two vCards named .csv",
    "https://github.com/cozy/cozy-contacts-v2/issues/44",
    crlf(
      ...["Ada", "Bea"].flatMap((who) => [
        "BEGIN:VCARD",
        "VERSION:3.0",
        `N:Lock;${who};;;`,
        `FN:${who} Lock`,
        `EMAIL;TYPE=INTERNET:${who.toLowerCase()}@lovelock.example`,
        "END:VCARD",
      ]),
    ),
  ),
  refused(
    "a rich text",
    "own",
    exactly("{\\rtf1\\ansi\\deff0 {\\fonttbl{\\f0 Arial;}}\\f0 Ada, ada@lovelock.example;\\par Bea, bea@lovelock.example;\\par}"),
  ),
  {
    name: "an LDIF of an address book",
    source: "own",
    bytes: lines(
      "dn: cn=Ada Lock,mail=ada@lovelock.example",
      "cn: Ada Lock",
      "mail: ada@lovelock.example",
      "",
      "dn: cn=Bea Lock,mail=bea@lovelock.example",
      "cn: Bea Lock",
      "mail: bea@lovelock.example",
    ),
    people: two,
    others: 4,
    doubtful: true,
  },
  {
    name: "a letter with an address in it",
    source: "own",
    bytes: lines(
      "Dear all,",
      "",
      "thank you for coming. Write to Ada (ada@lovelock.example), please, if you",
      "lost a hat; she has three.",
      "",
      "Yours, Bea",
    ),
    people: [],
    others: 4,
    doubtful: true,
  },
  {
    name: "a mail's headers and its text",
    source: "own",
    bytes: crlf(
      "From: Ada Lock <ada@lovelock.example>",
      "To: Bea Lock <bea@lovelock.example>",
      "Subject: List, as promised",
      "Date: Tue, 6 Jan 2026 10:00:00 +0100",
      "",
      "Here it is.",
    ),
    people: two,
    others: 3,
    doubtful: true,
  },
  {
    name: "a table turned on its side: a person a column",
    source: "own",
    bytes: lines("Name,Ada,Bea", "Email,ada@lovelock.example,bea@lovelock.example", "City,Bath,York"),
    people: two,
    others: 0,
    doubtful: true,
  },
  {
    name: "a person over three lines",
    source: "own",
    bytes: lines("Ada Lock", "ada@lovelock.example", "Bath", "", "Bea Lock", "bea@lovelock.example", "York"),
    people: two,
    others: 4,
    doubtful: true,
  },
  {
    name: "a table with a binary cell in it",
    source: "own",
    bytes: () =>
      joinBytes(
        utf8("Name,Email,Photo\nAda,ada@lovelock.example,"),
        Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x81, 0x8d),
        utf8("\nBea,bea@lovelock.example,\n"),
      ),
    people: two,
    others: 0,
    header: ["Name", "Email", "Photo"],
    doubtful: true,
  },
  {
    name: "one long line: the line ends were lost on the way",
    source: "https://github.com/sqlitebrowser/sqlitebrowser/issues/212",
    bytes: exactly("Name,Email,City Ada,ada@lovelock.example,Bath Bea,bea@lovelock.example,York"),
    people: two,
    others: 0,
    doubtful: true,
  },
  {
    name: "line ends spelled as backslash n",
    source: "own",
    bytes: exactly("Name,Email\\nAda,ada@lovelock.example\\nBea,bea@lovelock.example\\n"),
    people: two,
    others: 0,
    doubtful: true,
  },
];

function pdf(): Uint8Array {
  return joinBytes(
    utf8("%PDF-1.7\n%"),
    Uint8Array.of(0xe2, 0xe3, 0xcf, 0xd3),
    utf8("\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"),
    noise(400),
    utf8("\n%%EOF\n"),
  );
}

function zip(): Uint8Array {
  return joinBytes(
    utf8("PK\u0003\u0004"),
    Uint8Array.of(20, 0, 6, 0, 8, 0),
    noise(16),
    utf8("[Content_Types].xml"),
    noise(400),
    utf8("PK\u0005\u0006"),
    new Uint8Array(18),
  );
}

function ole(): Uint8Array {
  return joinBytes(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), new Uint8Array(16), noise(600));
}

function png(): Uint8Array {
  return joinBytes(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13), utf8("IHDR"), noise(300));
}

/** Bytes without a pattern, the same each time. */
function noise(length: number): Uint8Array {
  let seed = 20260106;
  return Uint8Array.from({ length }, () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed >>> 24;
  });
}
