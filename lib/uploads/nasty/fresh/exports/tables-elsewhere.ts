import type { NastyFile } from "../../nasty-file";
import { crlf, exactly, lines } from "../make-bytes";

const ada = { email: "ada@lovelock.example", name: "Ada Lock" };
const bea = { email: "bea@lovelock.example", name: "Bea Lock" };

export const tablesElsewhere: NastyFile[] = [
  {
    name: "Airtable grid with a mark, links and notes of many lines",
    source: "https://github.com/baserow/baserow/issues/483",
    bytes: exactly(
      '\uFEFFName,Email,Notes,Photo,Tags\n"Lock, Ada",ada@lovelock.example,"- one\n- two\n",a.png (https://files.example/a.png),"a,b"\nBea,bea@lovelock.example,,,\n',
    ),
    people: [
      { email: "ada@lovelock.example", Name: "Lock, Ada", Tags: "a,b" },
      { email: "bea@lovelock.example", Name: "Bea" },
    ],
    others: 0,
    header: ["Name", "Email", "Notes", "Photo", "Tags"],
  },
  {
    name: "Notion database with a mark and emoji in the names",
    source: "https://github.com/TheAcharya/csv2notion-neo/issues/68",
    bytes: exactly(
      '\uFEFFName,📧 Email,🏢 Firm,Created\n🌟 Ada,ada@lovelock.example,Lock (https://notes.example/Lock-1a2b),"January 2, 2026 3:04 AM"\nUntitled,,,"January 3, 2026"\n',
    ),
    people: [{ email: "ada@lovelock.example", Name: "🌟 Ada", Created: "January 2, 2026 3:04 AM" }],
    others: 1,
    header: ["Name", "📧 Email", "🏢 Firm", "Created"],
  },
  {
    name: "Apple Numbers with the table's name as the first line and empty rows",
    source: "own",
    bytes: exactly(
      "Table 1,,,\nName,Email,Town,\nAda Lock,ada@lovelock.example,Bath,\n,,,\nBea Lock,bea@lovelock.example,York,\n,,,\n,,,\n",
    ),
    people: [
      { email: "ada@lovelock.example", Name: "Ada Lock", Town: "Bath" },
      { email: "bea@lovelock.example", Name: "Bea Lock" },
    ],
    others: 1,
  },
  {
    name: "LibreOffice, texts quoted and numbers not",
    source: "https://github.com/agentejo/cockpit/issues/955",
    bytes: lines(
      '"Name";"E-Mail";"Alter";"PLZ"',
      '"Ada, geb. Moß";"ada@lovelock.example";36;"01067"',
      '"";"bea@lovelock.example";41;',
      '"Cyd";"";7;"99"',
    ),
    people: [
      { email: "ada@lovelock.example", Name: "Ada, geb. Moß", Alter: "36", PLZ: "01067" },
      { email: "bea@lovelock.example", Alter: "41" },
    ],
    others: 1,
    header: ["Name", "E-Mail", "Alter", "PLZ"],
  },
  {
    name: "psql, aligned, with a rule of dashes and a count",
    source: "https://access.crunchydata.com/documentation/postgresql10/10.21/app-psql.html",
    bytes: lines(
      " id |   name   |        email         ",
      "----+----------+----------------------",
      "  1 | Ada Lock | ada@lovelock.example",
      "  2 | Bea Lock | bea@lovelock.example",
      "  3 | Cyd Lock | ",
      "(3 rows)",
      "",
    ),
    people: [ada, bea],
    others: 2,
    header: ["id", "name", "email"],
  },
  {
    name: "psql, unaligned, pipes and a count",
    source: "https://postgresql.verite.pro/blog/2019/07/06/psql-csv-output.html",
    bytes: lines("id|name|email", "1|Ada Lock|ada@lovelock.example", "2|Bea Lock|bea@lovelock.example", "(2 rows)"),
    people: [ada, bea],
    others: 1,
    header: ["id", "name", "email"],
  },
  {
    name: "psql, unaligned by commas, a line end inside a bare cell",
    source: "https://postgresql.verite.pro/blog/2019/07/06/psql-csv-output.html",
    bytes: lines("name,email,note", "Ada Lock,ada@lovelock.example,first", "second", "Bea Lock,bea@lovelock.example,"),
    people: [ada, bea],
    others: 1,
    header: ["name", "email", "note"],
    doubtful: true,
  },
  {
    name: "mysql on the terminal, boxes of plus and minus",
    source: "https://github.com/Mailtrain-org/mailtrain/issues/324",
    bytes: lines(
      "+----+----------+----------------------+",
      "| id | name     | email                |",
      "+----+----------+----------------------+",
      "|  1 | Ada Lock | ada@lovelock.example |",
      "|  2 | Bea Lock | bea@lovelock.example |",
      "|  3 | Cyd Lock | NULL                 |",
      "+----+----------+----------------------+",
      "3 rows in set (0.00 sec)",
    ),
    people: [ada, bea],
    others: 2,
  },
  {
    name: "mysql -B, tabs, NULL and escaped line ends",
    source: "own",
    bytes: lines(
      "id\tname\temail\tnote",
      "1\tAda Lock\tada@lovelock.example\tone\\ntwo",
      "2\tBea Lock\tbea@lovelock.example\tNULL",
      "3\tCyd\tNULL\tNULL",
    ),
    people: [ada, { ...bea }],
    others: 1,
    header: ["id", "name", "email", "note"],
  },
  {
    name: "mysql's outfile, \\N for nothing, no names of columns",
    source: "own",
    bytes: lines("1\tAda Lock\tada@lovelock.example\t\\N", "2\tBea Lock\tbea@lovelock.example\t\\N", "3\tCyd\t\\N\t\\N"),
    people: [
      { email: "ada@lovelock.example", "column 2": "Ada Lock" },
      { email: "bea@lovelock.example", "column 2": "Bea Lock" },
    ],
    others: 1,
    header: null,
  },
  {
    name: "phpMyAdmin, semicolons, NULL in capitals without quotes",
    source: "https://github.com/phpmyadmin/phpmyadmin/pull/763",
    bytes: exactly(
      '"id";"name";"email"\r\n"1";"Ada Lock";"ada@lovelock.example"\r\n"2";NULL;"bea@lovelock.example"\r\n"3";"Cyd";NULL',
    ),
    people: [ada, { email: "bea@lovelock.example" }],
    others: 1,
    header: ["id", "name", "email"],
  },
  {
    name: "a dump of SQL statements",
    source: "https://github.com/jamesmishra/mysqldump-to-csv/issues/8",
    bytes: lines(
      "-- phpMyAdmin SQL Dump",
      "CREATE TABLE `people` (`id` int, `name` text, `email` text);",
      "INSERT INTO `people` (`id`, `name`, `email`) VALUES",
      "(1, 'Ada Lock', 'ada@lovelock.example'),",
      "(2, 'Sean O\\'Brien', 'sean@liffey.example');",
    ),
    people: [{ email: "ada@lovelock.example" }, { email: "sean@liffey.example" }],
    others: 0,
    doubtful: true,
  },
  {
    name: "pandas to_csv with its index and nan",
    source: "https://github.com/pandas-dev/pandas/issues/27515",
    bytes: lines(",email,name,age", "0,ada@lovelock.example,Ada Lock,36.0", "1,bea@lovelock.example,Bea Lock,", "2,,Cyd,7.0"),
    people: [ada, bea],
    others: 1,
  },
  {
    name: "pandas printed on the terminal",
    source: "https://github.com/pandas-dev/pandas/issues/14124",
    bytes: lines(
      "                  email      name",
      "0  ada@lovelock.example  Ada Lock",
      "1  bea@lovelock.example  Bea Lock",
      "",
      "[2 rows x 2 columns]",
    ),
    people: [{ email: ada.email }, { email: bea.email }],
    others: 1,
    doubtful: true,
  },
  {
    name: "a table in markdown",
    source: "https://github.com/wireservice/csvkit/issues/953",
    bytes: lines(
      "| Name | Email |",
      "|:-----|------:|",
      "| Ada Lock | ada@lovelock.example |",
      "| Bea Lock | bea@lovelock.example |",
    ),
    people: [{ email: ada.email }, { email: bea.email }],
    others: 0,
  },
  {
    name: "text of fixed width, blanks between",
    source: "https://github.com/deephaven/deephaven-csv/issues/212",
    bytes: crlf(
      "NAME                EMAIL                     TOWN",
      "Ada Lock            ada@lovelock.example      Bath",
      "Bea Lock            bea@lovelock.example      Kings Lynn",
    ),
    people: [{ email: ada.email }, { email: bea.email }],
    others: 0,
    doubtful: true,
  },
  {
    name: "tab-divided rows copied out of a spreadsheet, with blanks around",
    source: "own",
    bytes: crlf(
      " Name \t Email \t Town ",
      " Ada Lock \t ada@lovelock.example \t Bath ",
      " Bea Lock \t bea@lovelock.example \t York ",
    ),
    people: [
      { email: ada.email, Name: "Ada Lock", Town: "Bath" },
      { email: bea.email, Name: "Bea Lock", Town: "York" },
    ],
    others: 0,
    header: ["Name", "Email", "Town"],
  },
];
