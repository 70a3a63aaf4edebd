import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * `from`: the file where the button stands; where a press is handed up through props, also each file that hands it on, because no
 * import shows that. `to`: the verb's file, and where the write ends in a job also the function that hears the event.
 */
type Ends = { from: string[]; action: string; to: string[] };

/**
 * What somebody opens who follows a write from its button to the row. `npm run ways` prints the numbers; a write's name after it also
 * prints the files.
 *
 * A way has two halves. Both follow imports of values inside the repository: a type tells nothing of what happens.
 * 1. From the button to the action: the files of `from`, the file that exports `action`, and every file on a chain of imports between.
 * 2. From the verb to the row: the files of `to` and every file they reach without leaving their noun (`lib/<noun>`); of another
 *    noun only what the verb's own noun calls there and what writes itself: what merely answers is a name one reads.
 * Not counted is what all writes share and what is therefore read once: `db`, and the nouns named in `shared`.
 */
export const ways: Record<string, Ends> = {
  sign: {
    from: ["app/(team)/review/desk/acts/sign.tsx"],
    action: "signAction",
    to: ["lib/drafts/sign-draft.ts"],
  },
  launch: {
    from: ["app/(team)/campaigns/[id]/setup/launch-button.tsx"],
    action: "launchCampaignAction",
    to: ["lib/campaigns/launch/launch-campaign.ts"],
  },
  pause: {
    from: ["app/(team)/campaigns/[id]/campaign-acts.tsx"],
    action: "pauseCampaignAction",
    to: ["lib/campaigns/pause-campaign.ts"],
  },
  import: {
    from: ["app/(team)/contacts/import/[id]/begin-import.tsx"],
    action: "confirmUploadAction",
    to: ["lib/uploads/confirm-upload.ts", "inngest/functions/import-upload.ts"],
  },
  lift: {
    from: ["app/(team)/contacts/[id]/suppress-contact.tsx"],
    action: "liftSuppressionAction",
    to: ["lib/suppressions/lift-suppression.ts"],
  },
};

const shared = ["actions", "auth", "env", "errors", "events", "log"];
const writing = /\.(insert|update|delete)\(|\b(insert into|delete from)\b|\bupdate \w+ (\w+ )?set\b|\bemit\(/;

export type Way = { write: string; files: { path: string; lines: number }[]; lines: number };
/** @returns the text of a file of the repository, null where there is none. */
type Read = (path: string) => string | null;

/** @throws Error where the buttons' files lead to no such action, or the action's file to no verb. */
export function countWay(write: string, { from, action, to }: Ends, read: Read): Way {
  const above = towards(from, action, read);
  const [verb = ""] = to;
  if (!above.some((path) => importsOf(path, read).some((one) => one.path === verb))) {
    throw new Error(`The way of "${write}" does not lead from ${from[0]} through ${action} to ${verb}.`);
  }
  const paths = [...new Set([...above, ...to.flatMap((end) => below(end, read))])].sort();
  const files = paths.map((path) => ({ path, lines: (read(path) ?? "").trimEnd().split("\n").length }));
  return { write, files, lines: files.reduce((sum, file) => sum + file.lines, 0) };
}

/** From the button's files to the file of the action, both included. */
function towards(from: string[], action: string, read: Read): string[] {
  const leads = new Map<string, boolean>();
  const look = (path: string): boolean => {
    const known = leads.get(path);
    if (known !== undefined) return known;
    leads.set(path, false);
    const next = importsOf(path, read).filter((one) =>
      isActions(one.path, read) ? one.names.includes(action) : one.path.startsWith("app/"),
    );
    const does = next.filter((one) => (isActions(one.path, read) ? leads.set(one.path, true) : look(one.path))).length > 0;
    leads.set(path, does);
    return does;
  };
  from.forEach(look);
  return [...from, ...[...leads].filter(([, does]) => does).map(([path]) => path)];
}

function below(verb: string, read: Read): string[] {
  // A job stands in no noun: the first verb it calls does.
  const own =
    nounOf(verb) ??
    importsOf(verb, read)
      .map((one) => nounOf(one.path))
      .find((noun) => noun && !shared.includes(noun));
  const found = new Set([verb]);
  for (const path of found) {
    if (path !== verb && nounOf(path) !== own) continue;
    for (const { path: next } of importsOf(path, read)) {
      const noun = nounOf(next);
      if (noun && !shared.includes(noun) && (noun === own || writing.test(read(next) ?? ""))) found.add(next);
    }
  }
  return [...found];
}

const nounOf = (path: string) => /^lib\/([^/]+)\//.exec(path)?.[1];
const isActions = (path: string, read: Read) => /^["']use server["']/.test(read(path) ?? "");

/** The files of the repository that a file imports for more than their types, and under which names. */
function importsOf(path: string, read: Read): { path: string; names: string[] }[] {
  const found = (read(path) ?? "").matchAll(/^import (?!type\b)(?:([^"']*?) from )?["']([^"']+)["']/gm);
  return [...found].flatMap(([, clause = "", target = ""]) => {
    const names = clause.split(/[{},]/).map((name) => name.trim());
    const values = names.filter((name) => name !== "" && !name.startsWith("type "));
    if (clause !== "" && values.length === 0) return [];
    if (!/^(@\/|\.)/.test(target)) return [];
    const base = target.startsWith("@/") ? target.slice(2) : normalize(join(dirname(path), target));
    const file = [`${base}.ts`, `${base}.tsx`].find((one) => read(one) !== null);
    return file ? [{ path: file, names: values }] : [];
  });
}

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The ways of the repository as it is. */
export function countWays(): Way[] {
  const read: Read = (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : null);
  return Object.entries(ways).map(([write, ends]) => countWay(write, ends, read));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log("write   files  lines");
  for (const { write, files, lines } of countWays()) {
    console.log(`${write.padEnd(7)} ${String(files.length).padStart(5)} ${lines.toLocaleString("en").padStart(6)}`);
    if (process.argv.includes(write)) for (const one of files) console.log(`${String(one.lines).padStart(20)}  ${one.path}`);
  }
}
