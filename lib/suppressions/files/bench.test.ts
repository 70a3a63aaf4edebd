import { afterAll, beforeAll, expect, test } from "vitest";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stageFile } from "./stage-file";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
async function* big(n: number) {
  let text = "E-Mail-Adresse;Grund;Datum\r\n";
  for (let at = 0; at < n; at += 1) {
    text += `person.${at}@company${at % 90000}.example;${at % 3 ? "unsubscribed" : "bounced"};2026-01-01 12:00\r\n`;
    if (text.length > 65536) {
      yield Buffer.from(text);
      text = "";
    }
  }
  yield Buffer.from(text);
}
test("bench", async () => {
  const { scope } = await seedTeam(db.admin);
  const n = Number(process.env.N ?? 200000);
  let peak = 0;
  const t = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 50);
  const base = process.memoryUsage().rss;
  const at = Date.now();
  const cpu = process.cpuUsage();
  await stageFile(scope, { name: "x.csv", column: null }, big(n), new Date());
  const c = process.cpuUsage(cpu);
  console.log(n, "read", Date.now() - at, "ms cpu", c.user / 1000, "base", base / 1e6, "peak", peak / 1e6);
  clearInterval(t);
  console.log(await db.admin`select state, lines, entries, refused, known, facts from suppression_files`);
  expect(1).toBe(1);
}, 300000);
