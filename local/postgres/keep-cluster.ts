import { type Cluster, runningServer, startCluster } from "./cluster";

const lookMs = 500;
const longestWaitMs = 15_000;

/**
 * Starts PostgreSQL and keeps it running: when it ends by itself, or its process is killed, it is started again on the same port.
 * It says so once, and once more when it is back.
 */
export async function keepCluster(
  folder: string,
  password: string,
  port: number,
  say: (sentence: string) => void,
): Promise<Cluster> {
  const cluster = await startCluster(folder, password, port);
  let stopping = false;
  let restart: Promise<void> | undefined;
  const watch = setInterval(() => {
    if (stopping || restart || runningServer(folder)) return;
    restart = again().finally(() => {
      restart = undefined;
    });
  }, lookMs);
  const again = async () => {
    say(`PostgreSQL ended by itself; it starts again. Its last words are in ${cluster.log}.`);
    for (let waitMs = 500; !stopping; waitMs = Math.min(waitMs * 2, longestWaitMs)) {
      const started = await startCluster(folder, password, cluster.port).then(
        () => true,
        () => false,
      );
      if (started) return say("PostgreSQL is back.");
      await new Promise((done) => setTimeout(done, waitMs));
    }
  };
  return {
    ...cluster,
    stop: async () => {
      stopping = true;
      clearInterval(watch);
      await restart;
      await cluster.stop();
    },
  };
}
