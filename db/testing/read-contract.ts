import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export type ContractColumn = {
  table: string;
  column: string;
  type: string;
  nullable: boolean;
  fallback: string | null;
  references: boolean;
};

/** The columns of docs/database-schema.md, read from its tables. */
export function readContract(): ContractColumn[] {
  const text = readFileSync(fileURLToPath(new URL("../../docs/database-schema.md", import.meta.url)), "utf8");
  const columns: ContractColumn[] = [];
  let table = "";
  for (const line of text.split("\n")) {
    const heading = /^### \d+\. `(\w+)`$/.exec(line);
    if (heading?.[1]) table = heading[1];
    if (line.startsWith("## Entity")) break;
    const cells = line.split("|").map((cell) => cell.trim());
    const name = /^`(\w+)`$/.exec(cells[1] ?? "");
    if (!table || cells.length < 7 || !name?.[1]) continue;
    columns.push({
      table,
      column: name[1],
      type: cells[2] ?? "",
      nullable: cells[3] === "Yes",
      fallback: cells[4] === "-" ? null : (cells[4] ?? "").replace(/^`|`$/g, ""),
      references: (cells[5] ?? "").startsWith("Reference to"),
    });
  }
  return columns;
}
