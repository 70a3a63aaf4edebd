export type Instruction = { word: string; flags: string[]; rest: string };
export type Stage = { name: string; from: string; instructions: Instruction[] };

/** The stages of a Dockerfile in its plain form: no here-documents, no directives. Lines may go on after a backslash. */
export function readDockerfile(text: string): Stage[] {
  const lines = text
    .replace(/^\s*#.*$/gm, "")
    .replace(/\\\n/g, " ")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const stages: Stage[] = [];
  for (const line of lines) {
    const [, word = "", args = ""] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
    if (word === "FROM") {
      const [from = "", , name = ""] = args.split(/\s+/);
      stages.push({ name, from, instructions: [] });
      continue;
    }
    const flags = /^(?:--\S+\s+)*/.exec(args)?.[0] ?? "";
    stages.at(-1)?.instructions.push({ word, flags: flags.split(/\s+/).filter(Boolean), rest: args.slice(flags.length) });
  }
  return stages;
}

/** A command in exec form, as CMD and HEALTHCHECK have it. @throws Error where it is none: a shell in between would keep signals from the app. */
export function execForm(text: string): string[] {
  const parts = JSON.parse(text.replace(/^CMD\s+/, "")) as unknown;
  if (!Array.isArray(parts) || parts.some((part) => typeof part !== "string")) throw new Error(`No exec form: ${text}`);
  return parts as string[];
}
