import type { NastyFile } from "../nasty-file";
import { lines } from "./make-bytes";

type Cell = { cell: string; email: string };

/** A column of names and a column with the address written in a strange way; the last row is plain. */
function written(name: string, source: string, cells: Cell[], doubtful?: true): NastyFile {
  return {
    name,
    source,
    bytes: lines(
      "Name,Email,City",
      ...cells.map(({ cell }, at) => `Person ${at + 1},${cell},Bath`),
      "Plain,plain@lovelock.example,York",
    ),
    people: [
      ...cells.map(({ email }, at) => ({ email, Name: `Person ${at + 1}`, City: "Bath" })),
      { email: "plain@lovelock.example", Name: "Plain", City: "York" },
    ],
    others: 0,
    header: ["Name", "Email", "City"],
    ...(doubtful && { doubtful }),
  };
}

const ada = (cell: string): Cell => ({ cell, email: "ada@lovelock.example" });
const bea = (cell: string): Cell => ({ cell, email: "bea@lovelock.example" });

export const addresses: NastyFile[] = [
  written("mailto: before the address", "own", [ada("mailto:ada@lovelock.example"), bea("MAILTO:bea@lovelock.example")]),
  written("mailto: with a subject behind the address", "own", [ada("mailto:ada@lovelock.example?subject=Hello")], true),
  written("angle brackets around the address", "https://github.com/buttondown/roadmap/issues/1271", [
    ada("<ada@lovelock.example>"),
    bea("Bea Lock <bea@lovelock.example>"),
  ]),
  written("a quoted name before the angle brackets", "https://github.com/buttondown/roadmap/issues/1271", [
    ada('"""Lock, Ada"" <ada@lovelock.example>"'),
    bea("\"'Bea Lock' <bea@lovelock.example>\""),
  ]),
  written("the address, then the name in brackets", "own", [ada("ada@lovelock.example (Ada Lock)")]),
  written("blanks around the address", "https://github.com/JWManagement/JWManagement/issues/103", [
    ada("  ada@lovelock.example   "),
    bea("\tbea@lovelock.example "),
  ]),
  written("blanks inside the address", "own", [ada("ada @lovelock.example"), bea("bea@ lovelock.example")], true),
  written("a dot, a comma or a semicolon behind the address", "own", [
    ada("ada@lovelock.example."),
    bea('"bea@lovelock.example,"'),
    { cell: "cyd@lovelock.example;", email: "cyd@lovelock.example" },
  ]),
  written("no-break spaces around the address", "https://github.com/Notifuse/notifuse/issues/223", [
    ada("ada@lovelock.example\u00A0"),
    bea("\u00A0\u202Fbea@lovelock.example"),
  ]),
  written(
    "a no-break space before the @",
    "https://github.com/egulias/EmailValidator/issues/386",
    [ada("ada\u00A0@lovelock.example")],
    true,
  ),
  written("a zero-width space before the address", "https://github.com/validatorjs/validator.js/issues/940", [
    ada("\u200Bada@lovelock.example"),
    bea("bea@\u200Blovelock.example"),
  ]),
  written("a byte order mark inside the cell", "https://github.com/knadh/listmonk/issues/1845", [
    ada("\uFEFFada@lovelock.example"),
    bea("bea@lovelock.example\uFEFF"),
  ]),
  written("marks of direction around the address", "https://github.com/validatorjs/validator.js/issues/2036", [
    ada("\u202Aada@lovelock.example\u202C"),
    bea("\u200Ebea@lovelock.example"),
  ]),
  written("soft hyphens and word joiners inside", "https://github.com/jquery-validation/jquery-validation/issues/1287", [
    ada("ada@love\u00ADlock.example"),
    bea("bea\u2060@lovelock.example"),
  ]),
  written(
    "a wide @ and wide letters, as a Japanese keyboard writes them",
    "own",
    [ada("ada＠lovelock.example"), bea("ｂｅａ＠ｌｏｖｅｌｏｃｋ．ｅｘａｍｐｌｅ")],
    true,
  ),
  written("capital letters", "https://github.com/Django-CRM/Django-CRM/issues/252", [
    { cell: "ADA@LOVELOCK.EXAMPLE", email: "ADA@LOVELOCK.EXAMPLE" },
    { cell: "Bea.Lock@LoveLock.Example", email: "Bea.Lock@LoveLock.Example" },
  ]),
  written("domains beyond ASCII", "https://github.com/SuiteCRM/SuiteCRM-Core/issues/844", [
    { cell: "jörg@müller.example", email: "jörg@müller.example" },
    { cell: "info@пример.example", email: "info@пример.example" },
    { cell: "info@xn--mller-kva.example", email: "info@xn--mller-kva.example" },
  ]),
  written(
    "at and dot spelled out",
    "own",
    [
      ada("ada (at) lovelock (dot) example"),
      bea("bea[at]lovelock.example"),
      { cell: "cyd at lovelock dot example", email: "cyd@lovelock.example" },
    ],
    true,
  ),
  written("plus, dashes, digits and underscores", "own", [
    { cell: "ada+fair@lovelock.example", email: "ada+fair@lovelock.example" },
    { cell: "_b-e_a.99@love-lock.co.example", email: "_b-e_a.99@love-lock.co.example" },
    { cell: "1@2.example", email: "1@2.example" },
  ]),
  written("a slash, an equals sign and other rare letters before the @", "own", [
    { cell: "c=gb/s=lock@lovelock.example", email: "c=gb/s=lock@lovelock.example" },
    { cell: "a&b!c#d@lovelock.example", email: "a&b!c#d@lovelock.example" },
  ]),
  written("a hyperlink formula", "own", [ada('"=HYPERLINK(""mailto:ada@lovelock.example"",""ada@lovelock.example"")"')], true),
  written(
    'a formula that is only text, ="..."',
    "own",
    [ada('"=""ada@lovelock.example"""'), bea('="bea@lovelock.example"')],
    true,
  ),
  written(
    "an apostrophe before the address, as a guard against formulas",
    "https://github.com/chatwoot/chatwoot/pull/15334",
    [ada("'ada@lovelock.example")],
    true,
  ),
  written(
    "entities of HTML in the address",
    "https://github.com/churchthemes/church-theme-framework/issues/16",
    [ada("ada&#64;lovelock.example")],
    true,
  ),
  written("a link in HTML", "own", [ada('"<a href=""mailto:ada@lovelock.example"">ada@lovelock.example</a>"')], true),
  written("a link in markdown", "own", [ada("[ada@lovelock.example](mailto:ada@lovelock.example)")], true),
  written(
    "several addresses in one cell",
    "https://github.com/RocketChat/Rocket.Chat/pull/39759",
    [
      ada("ada@lovelock.example; ada@two.example"),
      bea('"bea@lovelock.example, bea@two.example"'),
      { cell: "cyd@lovelock.example / cyd@two.example", email: "cyd@lovelock.example" },
    ],
    true,
  ),
  written("two addresses on two lines of one cell", "own", [ada('"ada@lovelock.example\nada@two.example"')], true),
  written("a word before the address", "own", [ada("private: ada@lovelock.example"), bea("bea@lovelock.example (work)")], true),
];
