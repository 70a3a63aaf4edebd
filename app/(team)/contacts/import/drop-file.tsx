"use client";

import { IconFileSpreadsheet } from "@tabler/icons-react";
import { DropArea, type DropWords } from "../taking-files/drop-area";
import { useUpload } from "./use-upload";

const words: DropWords = {
  title: "Drop a CSV or Excel file here",
  about: "However its cells are divided and its letters are written. CSV up to 1 GB, XLSX up to 25 MB.",
  choose: "Choose a file",
  reading: "Reading the file",
  looking: "Looking at its columns",
  label: "CSV or Excel file",
  steps: [
    [
      "How it is read is found out",
      "Letters, dividers, quotes, names of the columns. What is doubtful is shown, and can be another before anything happens.",
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
  return <DropArea words={words} sign={IconFileSpreadsheet} accept=".csv,.tsv,.tab,.txt,.xlsx,text/csv" upload={useUpload()} />;
}
