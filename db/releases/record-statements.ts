import { appendFileSync } from "node:fs";
import type { WatchStatements } from "../access/connections";
import { shapeOf } from "./statements";

const seen = new Set<string>();

/** Where RECORD_STATEMENTS names a file: appends what the product sends in tests to it, each shape once a process. */
export function recordStatements(): WatchStatements | undefined {
  const file = process.env.RECORD_STATEMENTS;
  if (!file) return undefined;
  return (role, text, types) => {
    const key = `${role} ${shapeOf(text)}`;
    if (seen.has(key)) return;
    seen.add(key);
    appendFileSync(file, `${JSON.stringify({ role, text, types })}\n`);
  };
}
