"use client";

import { IconFileText } from "@tabler/icons-react";
import { DropArea, type DropWords } from "../../taking-files/drop-area";
import { useSendFile } from "./use-send-file";

const words: DropWords = {
  title: "Drop a list here",
  about: "CSV or plain text, one entry a line. Up to 100 MB and 1,000,000 lines.",
  choose: "Choose a file",
  reading: "Reading the list",
  looking: "Looking at whom it stops",
  label: "List of suppressions",
  steps: [
    [
      "It is read while it uploads",
      "A table with any columns, an export of another program, or a bare list: addresses, domains and wildcards such as *@*.acme.com.",
    ],
    ["You see whom it will stop", "New entries, people, campaigns and signed mails, and each line that cannot be read."],
    [
      "Then you decide",
      "Leave it, or suppress. From there the list only grows: an administrator lifts single entries, with a reason.",
    ],
  ],
};

export function DropList() {
  return <DropArea words={words} sign={IconFileText} accept=".csv,.tsv,.txt,text/csv,text/plain" upload={useSendFile()} />;
}
