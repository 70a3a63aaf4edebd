import { createHash } from "node:crypto";
import { existsSync, lstatSync, renameSync } from "node:fs";
import { join } from "node:path";
import { isReachable, serverUser, sharedFolder } from "./binaries";
import { makeRootFolder } from "./make-root-folder";

/** Where the data of `folder` really lie: elsewhere when the server's user cannot reach it. */
export function placeData(folder: string): string {
  const { uid } = serverUser();
  if (uid === undefined || isReachable(folder)) return folder;
  const [data, earlier] = [shared(folder), placeBefore(folder)];
  return !existsSync(data) && isAlone(earlier, uid) ? earlier : data;
}

/**
 * Where the data of `folder` lie from now on. Those that an earlier version left in the folder for temporary things, which systems clear
 * of what is old, come along; on another disk they stay. No server may run on them.
 */
export function moveData(folder: string): string {
  const data = placeData(folder);
  if (data !== placeBefore(folder)) return data;
  try {
    renameSync(data, shared(folder));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EXDEV") return data;
    throw error;
  }
  return shared(folder);
}

const words = (folder: string) => folder.replace(/[^\w]+/g, "-");
const placeBefore = (folder: string) => `/var/tmp/countersign${words(folder)}`;

/** The words are for people; two folders can have the same. */
function shared(folder: string): string {
  const hash = createHash("sha256").update(folder).digest("hex").slice(0, 12);
  return join(makeRootFolder(sharedFolder), `data${words(folder).slice(-100)}-${hash}`);
}

/** Whether nobody but the server's user can have put there what lies there. */
function isAlone(path: string, uid: number): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return !!found?.isDirectory() && found.uid === uid && (found.mode & 0o077) === 0;
}
