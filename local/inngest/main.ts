import { startExecutor } from "./executor";
import { readSettings } from "./settings";

const longestStopMs = 2800;

try {
  const settings = readSettings(process.env);
  const executor = await startExecutor(settings, (sentence) => console.warn(`${new Date().toISOString()} ${sentence}`));
  console.log("ready");
  const stop = async () => {
    setTimeout(() => process.exit(1), longestStopMs).unref();
    await executor.stop();
    process.exit(0);
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
