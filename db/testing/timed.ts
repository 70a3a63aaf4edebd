/** Runs it; at full size (PROVE=1) its time is printed. @returns what it gave, and its milliseconds. */
export async function timed<T>(name: string, run: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const start = performance.now();
  const result = await run();
  const ms = Math.round(performance.now() - start);
  if (process.env.PROVE) process.stdout.write(`${String(ms).padStart(7)} ms  ${name}\n`);
  return { result, ms };
}
