import type { ContactField } from "../contacts/contact-fields";
import { isFlag, isWording, shareOf } from "./cells";
import type { Column } from "./column";
import type { Kind } from "./words/known-words";

/** The share of a column's filled cells that must be wording: "Name" is an order's number in Shopify's orders, "Account" an id in many. */
const wordingFrom = 0.5;
/** From this rank on a header is a weak word ("Contact", "Account"), which never stands for half a name. */
const weakFrom = 3;

/**
 * The columns of a person's names and company, by their headers. "Name" stands for the half that no other column is named for,
 * and for the whole where both or none are there.
 */
export function chooseNames(columns: Column[]): Map<ContactField, Column> {
  const chosen = new Map<ContactField, Column>();
  const free = () => columns.filter((column) => ![...chosen.values()].includes(column));
  const take = (field: ContactField, column: Column | undefined) => column && chosen.set(field, column);
  take("company", best(free(), "company"));
  take("first_name", best(free(), "firstName"));
  take("last_name", best(free(), "lastName"));
  const whole = best(free(), "fullName");
  take("name", whole);
  const name = best(free(), "name");
  if (name) take(fieldOfName(chosen, rankOf(name, "name") >= weakFrom), name);
  return chosen;
}

function fieldOfName(chosen: Map<ContactField, Column>, weak: boolean): ContactField {
  const first = chosen.has("first_name");
  if (first === chosen.has("last_name") || weak) return "name";
  return first ? "last_name" : "first_name";
}

function best(columns: Column[], kind: Kind): Column | undefined {
  const named = columns.filter((column) => Number.isFinite(rankOf(column, kind)) && isPlausible(column));
  const empty = (column: Column) => (column.cells.length === 0 ? 1 : 0);
  return named.sort((a, b) => empty(a) - empty(b) || rankOf(a, kind) - rankOf(b, kind) || a.index - b.index)[0];
}

function rankOf({ readings }: Column, kind: Kind): number {
  return readings.find((one) => one.kind === kind)?.rank ?? Number.POSITIVE_INFINITY;
}

function isPlausible({ cells }: Column): boolean {
  return cells.length === 0 || shareOf(cells, (cell) => isWording(cell) && !isFlag(cell)) >= wordingFrom;
}
