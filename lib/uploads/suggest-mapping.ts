import type { ContactField } from "../contacts/contact-fields";
import { standardFields } from "../templates/render/standard-fields";

/** What a column of a file becomes: one of a contact's own fields, a merge field under a name, or nothing. */
export type Target = ContactField | "skip" | `field:${string}`;

/** For each column of the file, in order. */
export type Mapping = { header: string; target: Target }[];

const words: [ContactField, RegExp][] = [
  [
    "email",
    /^(e_?mail|e_mail_?(address|adresse)?|email_?(address|adresse|1)?|mail|mail_?address|work_email|business_email|correo|courriel|epost)$/,
  ],
  ["first_name", /^(first|first_?name|given_?name|vorname|prenom|prénom|nombre|fname|firstname)$/],
  ["last_name", /^(last|last_?name|surname|family_?name|nachname|nom|apellido|lname|lastname)$/],
  ["name", /^(name|full_?name|contact|contact_?name|person)$/],
  [
    "company",
    /^(company|company_?name|organi[sz]ation|organi[sz]ation_?name|account|account_?name|firma|firm|employer|unternehmen|business|societe|société|empresa)$/,
  ],
];

/**
 * What each column most likely is, by its header and, for the address, by what stands in it. Each of a contact's own fields is
 * suggested once; every other column stays as a merge field.
 */
export function suggestMapping(headers: string[], rows: string[][]): Mapping {
  const taken = new Set<string>();
  const slugs = slugHeaders(headers);
  const mapping: Mapping = headers.map((header, column) => {
    const found = words.find(([target, pattern]) => !taken.has(target) && pattern.test(slugOf(header)));
    if (found) taken.add(found[0]);
    return { header, target: found ? found[0] : `field:${slugs[column]}` };
  });
  if (!taken.has("email")) {
    const column = headers.findIndex((_, index) => {
      const filled = rows.map((row) => row[index] ?? "").filter((cell) => cell !== "");
      return filled.length > 0 && filled.filter((cell) => /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(cell)).length / filled.length > 0.6;
    });
    const one = mapping[column];
    if (one) one.target = "email";
  }
  return mapping;
}

const own = new Set<string>(standardFields);

/** The names under which columns are merge fields: letters, digits and underscores, unlike each other and a contact's own fields. */
export function slugHeaders(headers: string[]): string[] {
  const used = new Set<string>();
  return headers.map((header, index) => {
    const base = slugOf(header) || `column_${index + 1}`;
    const first = /^\d/.test(base) ? `c_${base}` : base;
    let slug = first;
    for (let count = 2; used.has(slug) || own.has(slug); count += 1) slug = `${first}_${count}`;
    used.add(slug);
    return slug;
  });
}

function slugOf(header: string): string {
  return header
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, 60);
}
