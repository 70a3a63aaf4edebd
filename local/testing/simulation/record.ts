/**
 * docs/proofs/simulation.md: which seeds ran, at which commit, and what came of them. The file is its own memory: what it says is read back, and the next
 * batch begins with the first seed that no row has. A batch with a seed that fails is never a row, so that its seeds run again once that is mended.
 */
export const parts = {
  campaigns: { what: "campaigns of 20 people in memory, every invariant after every event", counted: "runs", goal: 100_000 },
  twins: { what: "campaigns of 20 people in memory and through Postgres, the same", counted: "runs", goal: 2000 },
  sends: { what: "scheduled mails at every change of every zone's clock from 2020 to 2040", counted: "mails", goal: 10_000_000 },
} as const;
export type Part = keyof typeof parts;
export const isPart = (word: string): word is Part => Object.hasOwn(parts, word);

/** Seeds from `from` to `to`, both among them. */
export type Batch = { part: Part; from: number; to: number; mails: number; commit: string; day: string; seconds: number };

/** @throws Error where a row cannot be read, or two rows have a seed in common. */
export function readRecord(text: string): Batch[] {
  const batches = text.split("\n").flatMap((line) => {
    const [part = "", seeds = "", mails, commit = "", day = "", seconds] = line.split("|").slice(1).map(trimmed);
    const range = /^(\d+) to (\d+)$/.exec(seeds);
    if (!range || !isPart(part)) return [];
    return [{ part, from: Number(range[1]), to: Number(range[2]), mails: Number(mails), commit, day, seconds: Number(seconds) }];
  });
  const sorted = inOrder(batches);
  const twice = sorted.find(({ part, from }, n) => sorted[n - 1]?.part === part && (sorted[n - 1] as Batch).to >= from);
  if (twice) throw new Error(`Two rows of ${twice.part} have the seed ${twice.from}.`);
  return sorted;
}

/** The first seed from `from` on that no row has, and at most so many behind it that none has either. */
export function nextSeeds(batches: readonly Batch[], part: Part, most: number, from = 0): { from: number; to: number } {
  let first = from;
  for (const row of inOrder(batches.filter((one) => one.part === part))) {
    if (row.to < first) continue;
    if (row.from > first) return { from: first, to: Math.min(row.from, first + most) - 1 };
    first = row.to + 1;
  }
  return { from: first, to: first + most - 1 };
}

/** So many of what its goal counts are done. */
export function doneOf(batches: readonly Batch[], part: Part): number {
  return batches
    .filter((one) => one.part === part)
    .reduce((sum, { from, to, mails }) => sum + (parts[part].counted === "mails" ? mails : to - from + 1), 0);
}

/** Batches of one commit that follow each other are one row. */
export function writeRecord(batches: readonly Batch[]): string {
  const rows: Batch[] = [];
  for (const batch of inOrder(batches)) {
    const last = rows.at(-1);
    const follows = last?.part === batch.part && last.commit === batch.commit && last.to + 1 === batch.from;
    if (!last || !follows) rows.push({ ...batch });
    else
      Object.assign(last, {
        to: batch.to,
        day: batch.day,
        mails: last.mails + batch.mails,
        seconds: last.seconds + batch.seconds,
      });
  }
  const count = (n: number) => n.toLocaleString("en");
  const totals = (Object.keys(parts) as Part[]).map((part) => {
    const own = rows.filter((one) => one.part === part);
    const sum = (of: (one: Batch) => number) => own.reduce((all, one) => all + of(one), 0);
    const { what, goal } = parts[part];
    const done = [doneOf(rows, part), goal, sum(({ from, to }) => to - from + 1), sum(({ mails }) => mails)].map(count);
    return `| ${[part, what, ...done].join(" | ")} |`;
  });
  const lines = rows.map(({ from, to, seconds, ...row }) => {
    return `| ${[row.part, `${from} to ${to}`, row.mails, row.commit, row.day, Math.round(seconds)].join(" | ")} |`;
  });
  return `# simulation

In every row: 0 mails doubled, 0 lost, 0 outside a rule, 0 people without a reason; a batch with a seed that fails is no row. \`npm run prove -- simulation\` goes
on with the first seed that no row has, until each part has what is wanted; it can be stopped at any time.

| part | what | done | wanted | seeds | mails |
|---|---|---:|---:|---:|---:|
${totals.join("\n")}

| part | seeds | mails | commit | day | seconds |
|---|---|---:|---|---|---:|
${lines.join("\n")}
`;
}

const inOrder = (batches: readonly Batch[]) => [...batches].sort((a, b) => a.part.localeCompare(b.part) || a.from - b.from);
const trimmed = (text: string) => text.trim();
