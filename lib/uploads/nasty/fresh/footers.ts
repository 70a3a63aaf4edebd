import type { NastyFile } from "../nasty-file";
import { crlf, lines } from "./make-bytes";

const people = [
  { email: "ada@lovelock.example", Name: "Ada Lock" },
  { email: "bea@lovelock.example", Name: "Bea Lock" },
  { email: "cyd@lovelock.example", Name: "Cyd Lock" },
];
const rows = ["Name,Email,Spent", ...["Ada", "Bea", "Cyd"].map((who) => `${who} Lock,${who.toLowerCase()}@lovelock.example,10`)];
const header = ["Name", "Email", "Spent"];
const below = (name: string, source: string, others: number, ...after: string[]): NastyFile => ({
  name,
  source,
  bytes: crlf(...rows, ...after),
  people,
  others,
  header,
});

export const footers: NastyFile[] = [
  below("a total in the last row", "https://github.com/frappe/frappe/pull/9055", 1, "Total,,30"),
  below(
    "totals after a blank line",
    "https://github.com/googleads/aw-reporting/issues/191",
    2,
    "",
    "Number of rows:,3,",
    "Sum:,,30",
  ),
  below("an end of report in dashes", "own", 1, "-- end of report --"),
  below("an end of file in stars", "https://github.com/plaintextaccounting/hledger/issues/1076", 1, "***END OF FILE***"),
  below("a count of rows as psql prints it", "https://postgresql.verite.pro/blog/2019/07/06/psql-csv-output.html", 1, "(3 rows)"),
  below(
    "a rights notice with a year and commas",
    "own",
    2,
    "",
    '"Copyright (c) 2026 a vendor, all rights reserved, worldwide"',
    '"Confidential, not to be passed on"',
  ),
  below(
    "a contact address in the last line",
    "https://github.com/City-of-Bloomington/OnBoard/issues/92",
    1,
    "This list was exported from the town's system; errors to clerk@town.example please",
  ),
  below("a page number below each page", "own", 1, "Page 1 of 1,,"),
  below("a lone row of dividers at the end", "own", 0, ",,"),
  below("legend lines with a colon", "own", 3, "", "Legend:", "VIP: pays more than 20", "n/a: not asked"),
  {
    ...below("a sentence with an address in brackets at the end", "own", 1, "Sent from my phone, Dot (dot@phone.example)"),
    doubtful: true,
  },
  {
    name: "totals after each group",
    source: "https://github.com/ag-grid/ag-grid/issues/982",
    bytes: lines(
      "City,Name,Email,Spent",
      "Bath,Ada,ada@lovelock.example,10",
      "Bath,Bea,bea@lovelock.example,20",
      "Subtotal Bath,2,,30",
      "York,Cyd,cyd@lovelock.example,5",
      "Subtotal York,1,,5",
      "Grand total,3,,35",
    ),
    people: ["ada", "bea", "cyd"].map((who) => ({ email: `${who}@lovelock.example` })),
    others: 3,
    header: ["City", "Name", "Email", "Spent"],
  },
  {
    name: "a title for each group, its cells below left empty",
    source: "own",
    bytes: lines(
      "Team,Name,Email",
      "North,,",
      ",Ada,ada@lovelock.example",
      ",Bea,bea@lovelock.example",
      "South,,",
      ",Cyd,cyd@lovelock.example",
    ),
    people: ["ada", "bea", "cyd"].map((who) => ({ email: `${who}@lovelock.example` })),
    others: 2,
    header: ["Team", "Name", "Email"],
  },
  {
    name: "Mailchimp-like summary of counts behind the members",
    source: "own",
    bytes: lines(
      '"Email Address","First Name"',
      '"ada@lovelock.example","Ada"',
      '"bea@lovelock.example","Bea"',
      "",
      '"Subscribed","2"',
      '"Unsubscribed","0"',
    ),
    people: [{ email: "ada@lovelock.example" }, { email: "bea@lovelock.example" }],
    others: 2,
    header: ["Email Address", "First Name"],
  },
];
