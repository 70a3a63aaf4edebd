import { breaches } from "./breach";
import { runSeeds } from "./memory/run-many";
import { tellStories } from "./zones/run-stories";

// A batch of the proof in a process of its own, started by local/testing/simulation: `batch-command.ts campaigns|sends <first> <last> [breach]`. Says in JSON how
// many mails left and which seeds failed.
const [part, first, last, word] = process.argv.slice(2);
const seeds = Array.from({ length: Number(last) - Number(first) + 1 }, (_, n) => Number(first) + n);
const planted = breaches.find((name) => name === word) ?? null;
const { sends, found } = part === "sends" ? tellStories(seeds, planted) : await runSeeds(seeds, planted);
process.stdout.write(JSON.stringify({ sends, found }));
