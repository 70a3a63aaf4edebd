import { addressOf, mapperOf, outReason } from "@/lib/columns/map-row";
import type { Mapping, Target } from "@/lib/columns/mapping";
import { showAddress } from "@/lib/mail/sound-address";
import type { UploadPreview } from "@/lib/uploads/preview-upload";

export type ShownRow = {
  line: number;
  name: string;
  email: string;
  company: string;
  /** One more field, which tells people apart: the town if there is one. */
  field: { name: string; value: string } | null;
  /** Every field that is filled. */
  fields: string[];
  state: "new" | "known" | "refused";
  reason: string | null;
};

/** The first rows as they would become contacts under these targets. */
export function showRows(columns: Mapping, targets: Target[], rows: UploadPreview["rows"], known: string[]): ShownRow[] {
  const mapping = columns.map((one, index) => ({ ...one, target: targets[index] ?? ("skip" as const) }));
  const slugs = targets.flatMap((target) => (target.startsWith("field:") ? [target.slice(6)] : []));
  const slug = slugs.find((one) => /^(city|town|ort|stadt|place)$/.test(one)) ?? slugs[0];
  const map = mapperOf(mapping);
  const lines = new Map<string, number>();
  return rows.map(({ line, cells, isOut }) => {
    const mapped = map(cells);
    if (isOut || "refused" in mapped) {
      const refused = "refused" in mapped && !isOut ? mapped.refused : outReason;
      const email = addressOf(mapping)(cells);
      return { line, name: "", email, company: "", field: null, fields: [], state: "refused", reason: refused };
    }
    const { row } = mapped;
    const twin = lines.get(row.emailNorm);
    if (twin === undefined) lines.set(row.emailNorm, line);
    return {
      line,
      name: row.name ?? "",
      email: showAddress(row.email),
      company: row.company ?? "",
      field: slug ? { name: slug, value: Object.hasOwn(row.fields, slug) ? (row.fields[slug] ?? "") : "" } : null,
      fields: Object.values(row.fields),
      state: twin === undefined ? (known.includes(row.emailNorm) ? "known" : "new") : "refused",
      reason: twin === undefined ? null : `Same address as line ${twin}`,
    };
  });
}
