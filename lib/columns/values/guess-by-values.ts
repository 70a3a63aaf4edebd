import type { ContactField } from "../../contacts/contact-fields";
import { addressesOf, isFlag, isWording } from "../cells";
import type { Column } from "../column";
import { isNotTheirs } from "../words/not-theirs";
import { fitOfName, pointsOfCompany } from "./compare-address";

/**
 * Shares of compared rows from which a column counts as what it looks like. In the files of guess-by-values.test.ts names fit in
 * 0.75 to 1 of the rows, companies in 1 and towns in none; the thresholds lie halfway down, for files with free mail and info@.
 */
const nameFrom = 0.35;
const companyFrom = 0.4;
/** Fewer rows that fit are chance, unless the file has no more. */
const fittingRows = 2;
/** So many rows, evenly from the whole sample, tell it; all of several thousand with a hundred columns would take seconds. */
const comparedRows = 300;

type Guess = { column: Column; name: number; both: number; first: number; last: number; company: number };

/** Adds to `chosen` what the headers do not tell: names that occur in the address of the row, companies that its domain is of. */
export function guessByValues(columns: Column[], all: string[][], main: Column, chosen: Map<ContactField, Column>) {
  const filled = all.filter((row) => addressesOf(row[main.index] ?? "").length > 0);
  const rows = filled.filter((_, at) => at % Math.max(1, Math.ceil(filled.length / comparedRows)) === 0);
  const free = columns.filter((column) => column !== main && ![...chosen.values()].includes(column) && isOpen(column));
  const guesses = free.map((column) => compare(column, rows, main)).filter((one) => one !== null);
  const lone = chosen.get("name");
  if (lone && chosen.size === 1 && isOfCompanies(compare(lone, rows, main))) {
    // "Name" in a list of companies.
    chosen.delete("name");
    chosen.set("company", lone);
  }
  const take = (field: ContactField, fits: (one: Guess) => boolean, points: (one: Guess) => number) => {
    if (chosen.has(field)) return;
    const left = guesses.filter((one) => fits(one) && ![...chosen.values()].includes(one.column));
    const [top] = left.sort((a, b) => points(b) - points(a) || a.column.index - b.column.index);
    if (top) chosen.set(field, top.column);
  };
  take("company", isOfCompanies, (one) => one.company);
  const halves = chosen.has("first_name") && chosen.has("last_name");
  if (!halves && !chosen.has("first_name"))
    take(
      "name",
      (one) => one.both >= nameFrom,
      (one) => one.both,
    );
  if (chosen.has("name")) return;
  const isName = (one: Guess) => one.name >= nameFrom && one.name >= one.company;
  take(
    "first_name",
    (one) => isName(one) && one.first > one.last,
    (one) => one.first,
  );
  take(
    "last_name",
    (one) => isName(one) && one.last >= one.first,
    (one) => one.last,
  );
}

/** Columns whose headers say nothing, neither what they are nor that they are somebody else's. */
function isOpen({ readings, header, named }: Column): boolean {
  return readings.length === 0 && !(named && isNotTheirs(header));
}

function isOfCompanies(guess: Guess | null): boolean {
  return guess !== null && guess.company >= companyFrom && guess.company > guess.name;
}

function compare(column: Column, rows: string[][], main: Column): Guess | null {
  const guess: Guess = { column, name: 0, both: 0, first: 0, last: 0, company: 0 };
  let compared = 0;
  for (const row of rows) {
    const [address] = addressesOf(row[main.index] ?? "");
    const cell = (row[column.index] ?? "").trim();
    if (!address || cell === "") continue;
    compared += 1;
    if (!isWording(cell) || isFlag(cell)) continue;
    const fit = fitOfName(cell, address);
    guess.name += Number(fit.hit);
    guess.both += Number(fit.both);
    guess.first += Number(fit.first);
    guess.last += Number(fit.last);
    guess.company += pointsOfCompany(cell, address);
  }
  if (Math.max(guess.name, guess.company) < Math.min(fittingRows, rows.length)) return null;
  const share = (count: number) => count / compared;
  return {
    column,
    name: share(guess.name),
    both: share(guess.both),
    first: share(guess.first),
    last: share(guess.last),
    company: share(guess.company),
  };
}
