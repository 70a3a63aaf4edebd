import { normalAddress } from "../address";
import { markWords } from "./mark-words";
import { type Body, readBody } from "./read-body";
import { showInvisible } from "./show-invisible";
import { type Difference, differenceFields, type ShownMail } from "./shown-mail";

type Person = ShownMail["to"][number];

/**
 * In what a mail differs from how it was before, in the order of `differenceFields`; nothing where it is the same. Other ways of writing
 * the same (entities, quotes, white space, what programs wrap around a body) are no difference; other looks are one of `markup` alone.
 */
export function compareMails(before: ShownMail, now: ShownMail): Difference[] {
  const [was, is] = [readBody(before.html), readBody(now.html)];
  const found = [
    ...lists.flatMap(([field, label]) => differ("recipients", `${label}: `, addresses(before[field]), addresses(now[field]))),
    // Where nobody is named, it leaves as the mailbox itself.
    ...(["from", "sender"] as const).flatMap((field) =>
      now[field] ? differ("from", `${field === "from" ? "From" : "Sent by"}: `, address(before[field]), address(now[field])) : [],
    ),
    ...differ("subject", "", showInvisible(before.subject.trim()), showInvisible(now.subject.trim())),
    ...differentWords(was.words, is.words),
    ...differentLists("links", was.links, is.links),
    ...differentLists("attachments", was.pictures, is.pictures),
    ...differentLists("attachments", files(before), files(now)),
    ...differentLooks(was, is),
    ...lists.flatMap(([field]) => differentNames(before[field], now[field])),
  ];
  return found.sort((a, b) => differenceFields.indexOf(a.field) - differenceFields.indexOf(b.field));
}

const lists = [
  ["to", "To"],
  ["cc", "Cc"],
  ["bcc", "Bcc"],
  ["replyTo", "Reply to"],
] as const;

function differ(field: Difference["field"], label: string, before: string, after: string): Difference[] {
  if (before === after) return [];
  const say = (text: string) => (text ? `${label}${text}` : "");
  return [{ field, before: say(before), after: say(after) }];
}

function addresses(people: Person[]): string {
  return people
    .map(({ email }) => showInvisible(normalAddress(email)))
    .sort()
    .join(", ");
}

function address(person: Person | null): string {
  return person ? addresses([person]) : "";
}

/** Of those who are named in both: who came or went is said among the recipients. Exchange puts the address where there is no name. */
function differentNames(before: Person[], now: Person[]): Difference[] {
  return now.flatMap(({ email, name }) => {
    const same = before.find((one) => normalAddress(one.email) === normalAddress(email));
    const isNamed = [name, same?.name].every((one) => one && normalAddress(one) !== normalAddress(email));
    return same && isNamed ? differ("markup", "Named ", same.name.trim(), name.trim()) : [];
  });
}

function differentWords(before: string, now: string): Difference[] {
  if (inOneLine(before) === inOneLine(now)) return [];
  const runs = markWords(before, now);
  return runs.flatMap((run, index): Difference[] => {
    if (run.kind === "removed") {
      const next = runs[index + 1];
      return [{ field: "words", before: run.text.trim(), after: next?.kind === "added" ? next.text.trim() : "" }];
    }
    const isTold = runs[index - 1]?.kind === "removed";
    return run.kind === "added" && !isTold ? [{ field: "words", before: "", after: run.text.trim() }] : [];
  });
}

/** Where a line ends is looks. */
function inOneLine(words: string): string {
  return words.replace(/\s+/g, " ");
}

function differentLists(field: Difference["field"], before: string[], now: string[]): Difference[] {
  const length = Math.max(before.length, now.length);
  const isMoved = before.length !== now.length;
  if (!isMoved) return Array.from({ length }, (_, at) => differ(field, "", before[at] ?? "", now[at] ?? "")).flat();
  const gone = without(before, now).map((one): Difference => ({ field, before: one, after: "" }));
  const come = without(now, before).map((one): Difference => ({ field, before: "", after: one }));
  return [...gone, ...come];
}

function without(all: string[], others: string[]): string[] {
  const left = [...others];
  return all.filter((one) => {
    const place = left.indexOf(one);
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
}

const files = (mail: ShownMail) => mail.attachments.map(({ name, size }) => `${showInvisible(name)}, ${size} bytes`).sort();

function differentLooks(was: Body, is: Body): Difference[] {
  const length = Math.max(was.tags.length, is.tags.length);
  const first = Array.from({ length }, (_, at) => at).find((at) => was.tags[at] !== is.tags[at]);
  const isLines = was.words !== is.words && inOneLine(was.words) === inOneLine(is.words);
  if (first === undefined) return isLines ? [{ field: "markup", before: "Other lines", after: "Other lines" }] : [];
  return [{ field: "markup", before: (was.tags[first] ?? "").slice(0, 200), after: (is.tags[first] ?? "").slice(0, 200) }];
}
