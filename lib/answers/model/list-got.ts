import { answerRules } from "../../assistant/answer-rules";
import { textOf } from "../../mail/sanitize-html";
import type { Material } from "./read-material";

/** One thing that a model is given, in a person's words. */
export type Got = { what: string; text: string };

/** All that a model is given with this material, so that a person can read it before and after: the letters first. */
export function listGot({ letters, present, subject, sender, recipient }: Material, note: string): Got[] {
  const given = [
    ...letters.map(({ from, at, text }) => ({ what: `${from === "us" ? "Our" : "Their"} mail, ${at}`, text })),
    { what: "Subject", text: subject },
    { what: "Who writes", text: `${sender.name}, ${sender.email}` },
    { what: "To whom", text: [recipient.name, recipient.company].filter(Boolean).join(", ") },
    { what: "The text that stands there", text: present === null ? "" : textOf(present) },
    { what: "Your note", text: note.trim() },
    { what: "What it is told to do", text: answerRules },
  ];
  return given.filter(({ text }) => text !== "");
}
