import type { ThreadContact } from "../thread-view";

/** A cell of a file may hold a megabyte. */
const longest = 160;

/** Where a person is, how to reach them and what they do, by the names such columns usually have. */
export function factsOf(fields: Record<string, string>): ThreadContact["facts"] {
  const of = (pattern: RegExp) => Object.entries(fields).find(([name, value]) => pattern.test(name) && value.trim() !== "")?.[1];
  const street = of(/^(address|street|strasse|adresse)$/);
  const town = [of(/^(city|town|ort|stadt)$/), of(/^(state|region)$/)].filter(Boolean).join(" ");
  const found: ThreadContact["facts"] = [
    { kind: "role", text: of(/^(role|title|position|job_title|funktion)$/) ?? "" },
    { kind: "place", text: [street, town].filter(Boolean).join(", ") },
    { kind: "phone", text: of(/^(phone|tel|telefon|mobile)(_?\d|_number)?$/) ?? "" },
    { kind: "site", text: (of(/^(web|website|url|homepage)$/) ?? "").replace(/^https?:\/\/(www\.)?/, "") },
  ];
  return found.flatMap(({ kind, text }) => (text === "" ? [] : [{ kind, text: text.slice(0, longest) }]));
}
