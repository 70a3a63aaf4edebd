/** The line of names and a line for each row, its cells by name: quoted where they need it. */
export function named(divider: string, header: string[], ...rows: Record<string, string>[]): string[] {
  const line = (cells: string[]) => cells.map((cell) => quoted(cell, divider)).join(divider);
  return [line(header), ...rows.map((row) => line(header.map((title) => row[title] ?? "")))];
}

function quoted(cell: string, divider: string): string {
  return cell.includes(divider) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
