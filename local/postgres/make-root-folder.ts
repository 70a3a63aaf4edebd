import { chmodSync, mkdirSync, realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * A folder that everybody passes and only root can write to, made where it is not there.
 * @throws Error with one sentence when somebody else can write to it or to a folder above it: what lies there may be theirs.
 */
export function makeRootFolder(path: string): string {
  // Nobody lists it: its names tell where private folders are. A start under a strict umask makes it no stricter.
  if (mkdirSync(path, { recursive: true })) chmodSync(path, 0o711);
  for (let at = realpathSync(path); ; at = dirname(at)) {
    const { uid, mode } = statSync(at);
    if (uid !== 0 || (mode & 0o022) !== 0) {
      throw new Error(
        `PostgreSQL is not started from ${path}, because others than root can write to ${at}. Give that folder to root alone, or set DATABASE_URL.`,
      );
    }
    if (at === dirname(at)) return path;
  }
}
