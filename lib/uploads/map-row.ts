import { checkEmail } from "../contacts/check-email";
import type { Mapping } from "./suggest-mapping";

/** A row as it becomes a contact. */
export type MappedRow = {
  email: string;
  emailNorm: string;
  firstName: string | null;
  lastName: string | null;
  name: string | null;
  company: string | null;
  fields: Record<string, string>;
  raw: Record<string, string>;
};

/** Turns the cells of a row into a contact, or says why it cannot become one. */
export function mapRow(mapping: Mapping, cells: string[]): { row: MappedRow } | { refused: string; email: string } {
  const value = (target: string) => {
    const column = mapping.findIndex((one) => one.target === target);
    return column < 0 ? "" : (cells[column] ?? "").trim();
  };
  const email = value("email").replace(/^mailto:/i, "");
  const wrong = checkEmail(email);
  if (wrong) return { refused: wrong, email };
  const full = value("name") || null;
  const firstName = value("first_name") || full?.split(/\s+/)[0] || null;
  const lastName = value("last_name") || null;
  const fields: Record<string, string> = {};
  const raw: Record<string, string> = {};
  mapping.forEach(({ header, target }, column) => {
    const cell = (cells[column] ?? "").trim();
    raw[header || `Column ${column + 1}`] = cell;
    if (target.startsWith("field:") && cell !== "") fields[target.slice(6)] = cell;
  });
  return {
    row: {
      email,
      emailNorm: email.toLowerCase(),
      firstName,
      lastName,
      name: full ?? ([firstName, lastName].filter(Boolean).join(" ") || null),
      company: value("company") || null,
      fields,
      raw,
    },
  };
}
