import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { startCluster } from "../postgres/cluster";
import { freePort } from "../start/free-port";
import { clearPlace, placeForTests } from "./place-for-tests";

/**
 * A throw-away server for the run, without waiting for the disk: nothing here must outlive a power cut. Port and password are its own,
 * so that two runs on one machine never take each other's server for theirs.
 */
export default async function setup() {
  if (process.env.TEST_POSTGRES_URL) return;
  const folder = placeForTests("countersign-test-");
  const port = await freePort(5460 + Math.floor(Math.random() * 2000));
  const cluster = await startCluster(join(folder, "data"), randomBytes(8).toString("hex"), port, {
    fsync: "off",
    full_page_writes: "off",
  });
  process.env.TEST_POSTGRES_URL = cluster.superuserUrl;
  return async () => {
    await cluster.stop();
    clearPlace(folder);
  };
}
