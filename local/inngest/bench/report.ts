import type { Shape } from "./contender";
import type { Measured } from "./measure";

/**
 * A table of medians over the rounds and their ratio to DBOS's, which is DBOS in whichever of its ways was faster. Ratios are of medians: what
 * the machine does beside the bench, it does to all of them in the same minutes.
 */
export function report(measured: Measured[]): string {
  const names = [...new Set(measured.map((one) => one.contender))];
  const speed = (name: string, shape: Shape) =>
    median(measured.filter((one) => one.contender === name && one.shape === shape).map((one) => one.stepsPerSecond));
  const best = (shape: Shape) => Math.max(...names.filter((name) => name.startsWith("DBOS")).map((name) => speed(name, shape)));
  const cell = (name: string, shape: Shape) => {
    const ratio = speed(name, shape) / best(shape);
    return `${Math.round(speed(name, shape)).toLocaleString("en")} | ${ratio > 0 && Number.isFinite(ratio) ? ratio.toFixed(2) : "-"}`;
  };
  const cpu = (name: string) => {
    const all = measured.filter((one) => one.contender === name && one.shape === "plain").map((one) => one.cpuMs);
    return Object.keys(all[0] ?? {})
      .map((part) => `${part} ${median(all.map((one) => one[part] ?? Number.NaN)).toFixed(2)}`)
      .join(", ");
  };
  const loads = measured.map((one) => Number(one.load));
  return [
    "| | without a key, steps/s | of DBOS | twenty keys, steps/s | of DBOS | processor, ms a step, without a key |",
    "|---|---:|---:|---:|---:|---|",
    ...names.map((name) => `| ${name} | ${cell(name, "plain")} | ${cell(name, "keyed")} | ${cpu(name)} |`),
    "",
    `Load before each turn: ${Math.min(...loads)} to ${Math.max(...loads)}.`,
  ].join("\n");
}

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}
