import type { NastyFile } from "../nasty-file";
import { encode, encodedIn, exactly, joinBytes, lines, utf8, utf16 } from "./make-bytes";

const world = [
  "Name,Email,City",
  "Zoë Ångström,zoe@fjord.example,Tromsø",
  "Đặng Thị Mai,mai@saigon.example,Huế",
  "Иван Петров,ivan@volga.example,Казань",
  "山田 太郎,taro@nippon.example,大阪",
];
const worldPeople = [
  { email: "zoe@fjord.example", Name: "Zoë Ångström", City: "Tromsø" },
  { email: "mai@saigon.example", Name: "Đặng Thị Mai", City: "Huế" },
  { email: "ivan@volga.example", Name: "Иван Петров", City: "Казань" },
  { email: "taro@nippon.example", Name: "山田 太郎", City: "大阪" },
];
const worldHeader = ["Name", "Email", "City"];
const worldText = world.join("\r\n");

export const encodings: NastyFile[] = [
  {
    name: "UTF-8 with a mark at the start, the first name being the one for addresses",
    source: "https://github.com/knadh/listmonk/issues/65",
    bytes: exactly("\uFEFFemail,name\r\nlesja@ukrop.example,Леся Українка\r\nolha@ukrop.example,Ольга Кобилянська\r\n"),
    people: [
      { email: "lesja@ukrop.example", name: "Леся Українка" },
      { email: "olha@ukrop.example", name: "Ольга Кобилянська" },
    ],
    others: 0,
    header: ["email", "name"],
  },
  {
    name: "UTF-8 with a mark before a quoted first name",
    source: "https://github.com/chatwoot/chatwoot/issues/14124",
    bytes: exactly('\uFEFF"Email","Vorname"\n"björn@nord.example","Björn"\n"jürg@alm.example","Jürg"\n'),
    people: [
      { email: "björn@nord.example", Vorname: "Björn" },
      { email: "jürg@alm.example", Vorname: "Jürg" },
    ],
    others: 0,
    header: ["Email", "Vorname"],
  },
  {
    name: "UTF-8 without a mark, four scripts in one file",
    source: "https://github.com/owncloud-archive/contacts/issues/689",
    bytes: exactly(worldText),
    people: worldPeople,
    others: 0,
    header: worldHeader,
  },
  {
    name: "UTF-8 with a mark twice at the start",
    source: "https://github.com/knadh/listmonk/issues/1845",
    bytes: exactly(`\uFEFF\uFEFF${worldText}\r\n`),
    people: worldPeople,
    others: 0,
    header: worldHeader,
  },
  {
    name: "two files with marks pasted one after the other",
    source: "https://github.com/whitfin/s3-concat/issues/3",
    bytes: exactly("\uFEFFName,Email\nÅsa,asa@uppsala.example\n\uFEFFName,Email\nÖrjan,orjan@uppsala.example\n"),
    people: [
      { email: "asa@uppsala.example", Name: "Åsa" },
      { email: "orjan@uppsala.example", Name: "Örjan" },
    ],
    others: 1,
    header: ["Name", "Email"],
  },
  {
    name: "UTF-16 LE with a mark and tabs, as Excel saves Unicode text",
    source: "https://github.com/SheetJS/sheetjs/issues/575",
    bytes: () => utf16("le", `\uFEFF${worldText.replaceAll(",", "\t")}\r\n`),
    people: worldPeople,
    others: 0,
    header: worldHeader,
  },
  {
    name: "UTF-16 LE without a mark",
    source: "https://github.com/microsoft/sqltoolsservice/pull/278",
    bytes: () => utf16("le", `${worldText}\r\n`),
    people: worldPeople,
    others: 0,
    header: worldHeader,
  },
  {
    name: "UTF-16 BE with a mark",
    source: "https://github.com/Unstructured-IO/unstructured/issues/4443",
    bytes: () => utf16("be", `\uFEFF${worldText.replaceAll("\r\n", "\n")}\n`),
    people: worldPeople,
    others: 0,
    header: worldHeader,
  },
  {
    name: "UTF-16 BE without a mark, semicolons",
    source: "https://github.com/mafintosh/csv-parser/issues/8",
    bytes: () => utf16("be", `${worldText.replaceAll(",", ";")}\r\n`),
    people: worldPeople,
    others: 0,
    header: worldHeader,
  },
  {
    name: "UTF-16 LE with an odd byte left at the end",
    source: "own",
    bytes: () => joinBytes(utf16("le", `\uFEFF${worldText}\r\n`), Uint8Array.of(0x0d)),
    people: worldPeople,
    others: 0,
    header: worldHeader,
  },
  {
    name: "UTF-16 LE, all Greek, so that few bytes are zero",
    source: "https://github.com/BurntSushi/xsv/issues/177",
    bytes: () =>
      utf16("le", "\uFEFFΌνομα;Ηλεκτρονικό ταχυδρομείο\r\nΕλένη;eleni@aigaio.example\r\nΝίκος;nikos@aigaio.example\r\n"),
    people: [
      { email: "eleni@aigaio.example", Όνομα: "Ελένη" },
      { email: "nikos@aigaio.example", Όνομα: "Νίκος" },
    ],
    others: 0,
    header: ["Όνομα", "Ηλεκτρονικό ταχυδρομείο"],
  },
  {
    name: "lines of UTF-8 and lines of Windows-1252 in one file",
    source: "https://github.com/FasterXML/jackson-dataformat-csv/issues/132",
    bytes: () =>
      joinBytes(
        utf8("Name;E-Mail\r\nJürgen Groß;juergen@mix.example\r\n"),
        encode("windows-1252", "Käthe Öhler;kaethe@mix.example\r\nAndré Noël;andre@mix.example\r\n"),
      ),
    people: [{ email: "juergen@mix.example" }, { email: "kaethe@mix.example" }, { email: "andre@mix.example" }],
    others: 0,
    header: ["Name", "E-Mail"],
    doubtful: true,
  },
  {
    name: "the first letter beyond ASCII comes after 100 KB, in Windows-1252",
    source: "https://github.com/FasterXML/jackson-dataformat-csv/issues/132",
    bytes: encodedIn("windows-1252", "Name,Email", ...plain(3000), "Zoë Müller,zoe@late.example"),
    people: [...plainPeople(3000), { email: "zoe@late.example", Name: "Zoë Müller" }],
    others: 0,
    header: ["Name", "Email"],
  },
  {
    name: "the first letter beyond ASCII comes after 100 KB, in UTF-8",
    source: "https://github.com/onaio/onadata/issues/695",
    bytes: lines("Name,Email", ...plain(3000), "Zoë Müller,zoe@late.example"),
    people: [...plainPeople(3000), { email: "zoe@late.example", Name: "Zoë Müller" }],
    others: 0,
    header: ["Name", "Email"],
  },
  {
    name: "a letter of two bytes lies across the 128th KB",
    source: "https://github.com/digitalmethodsinitiative/4cat/issues/404",
    bytes: exactly(acrossEdge()),
    people: [{ email: "rene@edge.example", Name: `${"x".repeat(131072 - 1 - "Email,Name\nrene@edge.example,".length)}é` }],
    others: 0,
    header: ["Email", "Name"],
  },
  {
    name: "names encoded twice",
    source: "https://github.com/odoo/odoo/issues/24668",
    bytes: lines("Name,Email", "JosÃ© PeÃ±a,jose@sur.example", "JÃ¼rgen WeiÃŸ,juergen@sued.example"),
    people: [{ email: "jose@sur.example" }, { email: "juergen@sued.example" }],
    others: 0,
    header: ["Name", "Email"],
  },
  {
    name: "UTF-8 that a Mac once took for its own letters",
    source: "https://github.com/soonick/poMMo/issues/70",
    bytes: lines("Name;E-Mail", "J√∂rg M√ºller;joerg@apfel.example", "K√§the Gro√ü;kaethe@apfel.example"),
    people: [{ email: "joerg@apfel.example" }, { email: "kaethe@apfel.example" }],
    others: 0,
    header: ["Name", "E-Mail"],
  },
  {
    name: "cut in the middle of a letter of two bytes",
    source: "https://github.com/digitalmethodsinitiative/4cat/issues/404",
    bytes: () => joinBytes(utf8("Email,Name\nwanda@rzeka.example,Wanda\nlucja@rzeka.example,"), Uint8Array.of(0xc5)),
    people: [{ email: "wanda@rzeka.example", Name: "Wanda" }, { email: "lucja@rzeka.example" }],
    others: 0,
    header: ["Email", "Name"],
    doubtful: true,
  },
  {
    name: "a single byte that is no UTF-8 in a note, the names in good UTF-8",
    source: "https://github.com/onaio/onadata/issues/1628",
    bytes: () =>
      joinBytes(utf8("Name,Email,Note\nŁucja,lucja@mix.example,ok\nŻaneta,zaneta@mix.example,caf"), Uint8Array.of(0xe9, 0x0a)),
    people: [
      { email: "lucja@mix.example", Name: "Łucja" },
      { email: "zaneta@mix.example", Name: "Żaneta" },
    ],
    others: 0,
    header: ["Name", "Email", "Note"],
    doubtful: true,
  },
];

function plain(count: number): string[] {
  return Array.from({ length: count }, (_, at) => `Person Number ${at + 1},p${at + 1}@late.example`);
}

function plainPeople(count: number): NastyFile["people"] {
  return Array.from({ length: count }, (_, at) => ({ email: `p${at + 1}@late.example` }));
}

function acrossEdge(): string {
  const start = "Email,Name\nrene@edge.example,";
  return `${start}${"x".repeat(131072 - 1 - start.length)}é\n`;
}
