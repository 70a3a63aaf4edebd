"use client";

import { IconFileSpreadsheet } from "@tabler/icons-react";
import { DropArea, type DropWords } from "../taking-files/drop-area";
import { useUpload } from "./use-upload";

const words: DropWords = {
  title: "Drop a CSV file here",
  about: "Comma, semicolon or tab. Any column names. Up to 25 MB and 100,000 rows.",
  choose: "Choose a CSV file",
  reading: "Reading the file",
  looking: "Looking at its columns",
  label: "CSV file",
  steps: [
    [
      "It is read while it uploads",
      "Separator and encoding are found out. A file that cannot be read is refused in one sentence.",
    ],
    [
      "You see people, not columns",
      "The first twenty rows as they will become contacts. Every other column stays usable as a field.",
    ],
    [
      "Every row is accounted for",
      "Created, updated, unchanged, or refused with line and reason. Nobody is mailed by importing.",
    ],
  ],
};

export function DropFile() {
  return <DropArea words={words} sign={IconFileSpreadsheet} accept=".csv,.tsv,.txt,text/csv" upload={useUpload()} />;
}
