import type { ContactField } from "../contacts/contact-fields";
import { chooseAddress } from "./choose-address";
import { chooseNames } from "./choose-names";
import { columnsOf } from "./column";
import type { Mapping } from "./mapping";
import { slugHeaders } from "./slug-headers";
import { guessByValues } from "./values/guess-by-values";

/** `otherAddresses`: the columns, counted from 0, that hold further addresses of the same person. */
export type Suggestion = { mapping: Mapping; otherAddresses: number[] };

/**
 * What each column of a file most likely is: by its header in some thirty languages, then by what stands in it. Each of a
 * contact's own fields is suggested once; every other column stays as a merge field, none is skipped. `headers` is null where
 * the file does not name its columns: then they are "Column 1", "Column 2" and so on. `rows` is a sample of the whole file,
 * without its headers; a row may be shorter or longer than the others.
 */
export function suggestColumns(headers: string[] | null, rows: string[][]): Suggestion {
  const columns = columnsOf(headers, rows);
  const { main, others } = chooseAddress(columns, rows.length);
  const chosen = chooseNames(columns.filter((column) => column !== main && !others.includes(column)));
  if (main) guessByValues(columns, rows, main, chosen);
  const targets = new Map<number, ContactField>([...chosen].map(([field, column]) => [column.index, field]));
  if (main) targets.set(main.index, "email");
  const slugs = slugHeaders(columns.map(({ header }) => header));
  return {
    mapping: columns.map(({ header, index }) => ({ header, target: targets.get(index) ?? `field:${slugs[index]}` })),
    otherAddresses: others.map(({ index }) => index),
  };
}
