import type { KnownPolicy } from "@/db/schema/words";
import { contactFields } from "../contacts/contact-fields";
import { AppError } from "../errors/app-error";
import type { Mapping, Target } from "./mapping";

/** What a person chose for each column, in order. `known`: what it does to people who are known already; null or none: what is said of all. */
export type ColumnChoice = { targets: string[]; known?: (KnownPolicy | null)[] };

const single = new Set<string>(contactFields);
const field = /^field:[a-z_][a-z0-9_]{0,63}$/;

/** The columns of a file as a person chose them. Neither the address nor what is left out has a rule of its own. @throws AppError "invalid" for an unknown meaning. */
export function chooseMapping(columns: Mapping, { targets, known = [] }: ColumnChoice): Mapping {
  return columns.map(({ header, also }, index) => {
    const target = targetOf(targets[index]);
    const own = target === "email" || target === "skip" ? null : known[index];
    return { header, target, ...(also ? { also } : {}), ...(own ? { known: own } : {}) };
  });
}

/** @throws AppError "invalid" for columns that do not fit together. */
export function checkMapping(mapping: Mapping): void {
  const used = mapping.map((one) => one.target).filter((target) => target !== "skip");
  if (!used.includes("email")) throw new AppError("invalid", "Choose the column that holds the email address.");
  const double = used.find((target, index) => used.indexOf(target) !== index);
  if (!double) return;
  const words = double.replace("field:", "the field ");
  throw new AppError("invalid", `Two columns become ${words}. Choose another for one of them.`);
}

function targetOf(text: string | undefined): Target {
  if (text === undefined || text === "skip") return "skip";
  if (single.has(text) || field.test(text)) return text as Target;
  throw new AppError("invalid", "One of the columns has an unknown meaning.");
}
