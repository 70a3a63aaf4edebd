import type { FileRow } from "@/lib/suppressions/files/find-file";
import { Bar, type Part, Parts } from "../../../import/outcome";

/** The entries of a file as one bar: what is new, what the list holds already, what could not be read. */
export function EntryParts({ file }: { file: FileRow }) {
  const { addresses, domains, wildcards } = file.facts;
  const kinds = [
    [addresses, "address", "addresses"],
    [domains, "domain", "domains"],
    [wildcards, "wildcard", "wildcards"],
  ] as const;
  const told = kinds.flatMap(([count, one, many]) =>
    count > 0 ? [`${count.toLocaleString("en")} ${count === 1 ? one : many}`] : [],
  );
  const parts: Part[] = [
    {
      name: "new",
      count: file.entries - file.known,
      about: told.length > 0 ? `${file.known > 0 ? "the file holds " : ""}${told.join(", ")}` : "nothing to add",
      tone: "created",
    },
    { name: "known", count: file.known, about: "in the list already, stay there", tone: "unchanged" },
    { name: "refused", count: file.refused, about: "each with its line and why", tone: "refused" },
  ];
  const there = parts.filter(({ name, count }) => name === "new" || count > 0);
  return (
    <>
      <Bar parts={there} />
      <Parts parts={there} />
    </>
  );
}
