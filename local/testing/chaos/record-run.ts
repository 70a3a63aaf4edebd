/** What one run of the chaos proof measured (e2e/chaos). */
export type ChaosRun = {
  seed: number;
  minutes: number;
  /** How often each program was killed, and at which boundary: where a send stood there, and where none came in time. */
  kills: { byTarget: Record<string, number>; met: Record<string, number>; late: Record<string, number> };
  /** How often faults struck; `pairs`: how many different ones, by mode and endpoint. */
  faults: { byMode: Record<string, number>; byEndpoint: Record<string, number>; pairs: number };
  /** How many mails were under way when something was killed. */
  underWay: { least: number; median: number };
  mails: { campaign: number; byHand: number };
  doubled: number;
  lost: number;
  changed: number;
  unsigned: number;
  unsettled: number;
  /** Mails that two unclear answers in a row leave to a person. */
  leftToPerson: number;
  settledSeconds: number;
  load: { mean: number; most: number };
  /** Calls by process: of the app, and of the executor. */
  asked: Record<string, number>;
  /** Calls of Graph that are in no list of endpoints. */
  unlisted: string[];
};

type Circumstances = { date: string; commit: string; machine: string };

const head =
  "| date | commit | seed | minutes | kills | at a boundary | faults | under way, least (median) | campaign | by hand | doubled | lost | changed | unsettled | settled after | load, mean (most) | left to a person |";
const rule = "|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|";
const totalsBegin = "**All runs:**";

/** @returns the page with one more run: a row, what it killed and struck, and the line of all runs reckoned anew from the rows. */
export function recordRun(page: string, run: ChaosRun, { date, commit, machine }: Circumstances): string {
  const kills = sum(run.kills.byTarget);
  const atBoundary = sum(run.kills.met);
  const cells = [
    ...[date, commit, run.seed, run.minutes, kills, atBoundary, sum(run.faults.byMode)],
    ...[`${run.underWay.least} (${run.underWay.median})`, run.mails.campaign, run.mails.byHand],
    ...[run.doubled, run.lost, run.changed + run.unsigned, run.unsettled, `${run.settledSeconds} s`],
    ...[`${run.load.mean.toFixed(1)} (${run.load.most.toFixed(1)})`, run.leftToPerson],
  ];
  const details = [
    `### ${date}, seed ${run.seed}, ${run.minutes} minutes`,
    "",
    `${machine}, commit ${commit}. Killed: ${list(run.kills.byTarget)}.`,
    `Where a send stood at the boundary: ${list(run.kills.met)}. Where none came in time, so that it was killed at random: ${list(run.kills.late)}.`,
    `Faults by mode: ${list(run.faults.byMode)}. By endpoint: ${list(run.faults.byEndpoint)}; ${run.faults.pairs} different pairs of both. Calls by process: ${list(run.asked)}.`,
    "",
  ].join("\n");
  const lines = page.trimEnd().split("\n");
  const rows = [...lines.filter(isRow), `| ${cells.join(" | ")} |`];
  const place = lines.findIndex((line) => line.startsWith(totalsBegin));
  if (place < 0) throw new Error("The page has no line of all runs.");
  const after = lines.slice(place + 1).filter((line) => !line.startsWith("|"));
  const told = [
    ...lines.slice(0, place),
    totals(rows),
    "",
    head,
    rule,
    ...rows,
    "",
    ...after.slice(after.findIndex(Boolean) < 0 ? after.length : after.findIndex(Boolean)),
  ];
  return `${told.join("\n").trimEnd()}\n\n${details}`;
}

const isRow = (line: string) => /^\| \d{4}-\d{2}-\d{2} \|/.test(line);

function totals(rows: string[]): string {
  const cells = rows.map((row) => row.split("|").map((cell) => cell.trim()));
  const count = (place: number) => cells.reduce((all, row) => all + Number.parseInt(row[place] || "0", 10), 0);
  const least = Math.min(...cells.map((row) => Number.parseInt(row[8] ?? "0", 10)));
  return `${totalsBegin} ${rows.length} ${rows.length === 1 ? "run" : "runs"}, ${count(4)} minutes, ${count(5)} of 2,000 kills (${count(6)} with a send at the boundary), ${count(7)} faults, never fewer than ${least} mails under way; ${count(9)} mails of campaigns and ${count(10)} by hand: ${count(11)} doubled, ${count(12)} lost, ${count(13)} changed, ${count(14)} unsettled, ${count(17)} left to a person.`;
}

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, one) => all + one, 0);
const list = (counts: Record<string, number>) =>
  Object.entries(counts)
    .sort()
    .map(([name, count]) => `${name} ${count}`)
    .join(", ") || "none";
