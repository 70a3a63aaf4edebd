import { standardFields } from "../templates/render/standard-fields";

const own = new Set<string>(standardFields);

/** Longer names are cut; a merge field has to be typed by a person. */
const longest = 60;

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
    .slice(0, longest);
}
