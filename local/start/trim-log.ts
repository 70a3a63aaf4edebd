import { existsSync, renameSync, statSync } from "node:fs";

const largestBytes = 10 * 1024 * 1024;

/** Puts a log that grew large aside, in place of the one put aside before: a product that runs for months must not fill the disk. */
export function trimLog(file: string) {
  if (existsSync(file) && statSync(file).size > largestBytes) renameSync(file, `${file}.old`);
}
