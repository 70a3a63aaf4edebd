import type { Dialect, FileRow } from "../reading";
import { countAddresses, isAddress } from "./looks-of-cells";

/** How well a text falls into rows, from 0 to about 2: steady widths, clean cells, addresses in cells of their own. */
export function scoreRows(rows: readonly FileRow[], dialect: Dialect, addresses: number): number {
  const filled = rows.map((row) => row.cells).filter((cells) => cells.some((cell) => cell.trim() !== ""));
  if (filled.length === 0) return 0;
  const width = usualWidth(filled);
  const steady = filled.reduce((sum, cells) => sum + closeness(cells.length, width), 0) / filled.length;
  let [clean, all, alone] = [0, 0, 0];
  for (const cells of filled) {
    for (const cell of cells) {
      all += 1;
      if (isAddress(cell)) alone += 1;
      clean += cleanness(cell, dialect);
    }
  }
  const broad = width === 1 ? 0.3 : 1 - 1 / (width + 2);
  const isolated = addresses === 0 ? 0 : Math.min(1, alone / addresses);
  return steady * broad * (0.2 + (0.8 * clean) / all) + isolated;
}

/** The width most rows have; of two that are as frequent the larger. */
export function usualWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const cells of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [best] = [...counts].sort(([a, n], [b, m]) => m - n || b - a);
  return best?.[0] ?? 1;
}

/** A short row is nearly as good as a whole one: what is empty at its end was left out. */
function closeness(width: number, usual: number): number {
  if (width === usual) return 1;
  return width < usual ? 0.4 * (width / usual) : 0.2;
}

/** A cell that still holds what should have divided or enclosed it fell wrongly. */
function cleanness(cell: string, { divider, quote }: Dialect): number {
  if (cell === "") return 0.9;
  if (/[\r\n]/.test(cell) && swallows(cell, divider)) return -2 * (cell.match(/\r\n|\r|\n/g)?.length ?? 1);
  const text = cell.trim();
  if (/\\["']/.test(text) || /^(["']).*\1$/s.test(text)) return -0.5;
  if (quote !== '"' && /^"|"$/.test(text)) return -0.3;
  const others = [";", "\t", "|", "~"].filter((one) => one !== divider && text.split(one).length > 2);
  return others.length > 0 ? 0 : 1;
}

/** A cell of several lines of which one looks like a row of its own. */
export function swallows(cell: string, divider: string): boolean {
  const lines = cell.split(/\r\n|\r|\n/);
  return (
    lines.length > 1 &&
    lines.slice(1).some((line) => line.split(divider).length > 2 || (line.includes(divider) && countAddresses(line) > 0))
  );
}
