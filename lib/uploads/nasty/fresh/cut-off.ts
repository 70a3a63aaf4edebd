import type { NastyFile } from "../nasty-file";
import { exactly, utf16 } from "./make-bytes";

const start = "Name,Email,City\nAda Lock,ada@lovelock.example,Bath\nBea Lock,bea@lovelock.example,York\n";
const two = [
  { email: "ada@lovelock.example", City: "Bath" },
  { email: "bea@lovelock.example", City: "York" },
];
const header = ["Name", "Email", "City"];

export const cutOff: NastyFile[] = [
  {
    name: "cut off within a name",
    source: "own",
    bytes: exactly(`${start}Cyd Lo`),
    people: two,
    others: 1,
    header,
  },
  {
    name: "cut off within an address, before its dot",
    source: "own",
    bytes: exactly(`${start}Cyd Lock,cyd@lovel`),
    people: two,
    others: 1,
    header,
  },
  {
    name: "cut off behind an address that may be whole",
    source: "https://github.com/NVIDIA/cudf/issues/1083",
    bytes: exactly(`${start}Cyd Lock,cyd@lovelock.exam`),
    people: [...two, { email: "cyd@lovelock.exam" }],
    others: 0,
    header,
    doubtful: true,
  },
  {
    name: "cut off within a quoted note of many lines",
    source: "https://github.com/osiegmar/FastCSV/issues/173",
    bytes: exactly(`Name,Email,Note\nAda,ada@lovelock.example,"one\ntwo"\nBea,bea@lovelock.example,"three\nfour\nfi`),
    people: [{ email: "ada@lovelock.example" }, { email: "bea@lovelock.example" }],
    others: 0,
    header: ["Name", "Email", "Note"],
    doubtful: true,
  },
  {
    name: "cut off within the last quoted cell, all else quoted",
    source: "https://github.com/brightcode/fastest-csv/issues/8",
    bytes: exactly('"Name","Email","City"\n"Ada","ada@lovelock.example","Bath"\n"Bea","bea@lovelock.example","Yo'),
    people: [{ email: "ada@lovelock.example", City: "Bath" }, { email: "bea@lovelock.example" }],
    others: 0,
    header,
  },
  {
    name: "cut off between CR and LF",
    source: "own",
    bytes: exactly(start.replaceAll("\n", "\r\n").slice(0, -1)),
    people: two,
    others: 0,
    header,
  },
  {
    name: "UTF-16 cut off within a letter",
    source: "own",
    bytes: () => utf16("le", `\uFEFF${start}Cyd Lock,cyd@lovelock.example,Hull`).slice(0, -1),
    people: [...two, { email: "cyd@lovelock.example" }],
    others: 0,
    header,
  },
  {
    name: "the start is missing: the first line is the rest of a row",
    source: "own",
    bytes: exactly(`lock.example,Bath\nBea Lock,bea@lovelock.example,York\nCyd Lock,cyd@lovelock.example,Hull\n`),
    people: [{ email: "bea@lovelock.example" }, { email: "cyd@lovelock.example" }],
    others: 1,
    header: null,
    doubtful: true,
  },
];
