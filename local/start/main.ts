import { demoPeople } from "../../db/seed/demo-world";
import { runTests } from "../testing/run-tests";
import { type Running, serve } from "./serve";
import { startsMicrosoft } from "./settings";

/** Second stage of `npm start`, `npm run dev` and `npm test`: the packages are there. */
const mode = process.argv[2] ?? "start";
const say = (sentence: string) => process.stdout.write(`${sentence}\n`);

if (mode === "test") {
  process.exit(await runTests(say));
} else {
  await start(mode === "dev" ? "dev" : "start");
}

async function start(how: "start" | "dev") {
  const began = Date.now();
  say("\nCountersign starts\n");
  let running: Running | undefined;
  let stop = async () => {};
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    say("\nStopping …");
    await stop();
    say("Stopped. Everything is kept; the next start goes on from here.");
    process.exit(0);
  };
  // A closed terminal takes the output with it, and stopping must go on all the same.
  for (const output of [process.stdout, process.stderr]) output.on("error", () => {});
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end());
  try {
    running = await serve(how, say, (given) => {
      stop = given;
    });
  } catch (error) {
    if (ending) return;
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
  const { settings } = running;
  const [anna, ben, , dora, fay] = demoPeople;
  const lines = [
    `Countersign is ready after ${Math.round((Date.now() - began) / 1000)} s`,
    "",
    `  Open            ${process.env.APP_URL ?? settings.appUrl}`,
  ];
  if (startsMicrosoft()) {
    lines.push(
      `  Sign in as      ${anna.email} (administrator), ${ben.email}, ${dora.email} (new), or ${fay.email} (another team)`,
      `  Try             under Campaigns, "See it happen": launch it, sign, and watch mails leave five seconds apart`,
      `  All mail        http://localhost:${settings.ports.microsoft365}  (read it as the recipients do, and answer)`,
    );
  }
  lines.push("  Stop            Ctrl-C");
  const width = Math.max(...lines.map((line) => line.length)) + 2;
  say(`\n${"─".repeat(width)}\n${lines.join("\n")}\n${"─".repeat(width)}\n`);
}
