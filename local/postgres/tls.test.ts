import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../start/free-port";
import { serverUser } from "./binaries";
import { type Cluster, startCluster } from "./cluster";
import { selfSignedCertificate } from "./testing/self-signed-certificate";

let folder: string;
let cluster: Cluster;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "countersign-tls-"));
  chmodSync(folder, 0o711);
  const [key, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
  const made = selfSignedCertificate("localhost");
  writeFileSync(key, made.key);
  writeFileSync(certificate, made.certificate);
  const user = serverUser();
  if (user.uid !== undefined) for (const file of [key, certificate]) chownSync(file, user.uid, user.gid);
  chmodSync(key, 0o600);
  const settings = { ssl: "on", ssl_key_file: key, ssl_cert_file: certificate, fsync: "off" };
  cluster = await startCluster(join(folder, "data"), "secret", await freePort(7700 + Math.floor(Math.random() * 100)), settings);
}, 90_000);
afterAll(async () => {
  await cluster?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function encrypted(url: string): Promise<unknown> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    const [row] = await sql`select ssl, version from pg_stat_ssl where pid = pg_backend_pid()`;
    return row;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

test("an address that demands TLS gets it, and one that wants the server proved takes no certificate that nobody vouches for", async () => {
  expect(await encrypted(`${cluster.superuserUrl}?sslmode=require`)).toEqual({ ssl: true, version: "TLSv1.3" });
  expect(await encrypted(`${cluster.superuserUrl}?sslmode=verify-full`)).toBe("DEPTH_ZERO_SELF_SIGNED_CERT");
  expect(await encrypted(`${cluster.superuserUrl}?sslmode=verify-ca`)).toBe("DEPTH_ZERO_SELF_SIGNED_CERT");
  expect(await encrypted(cluster.superuserUrl)).toEqual({ ssl: false, version: null });
});

test("where the server has no TLS nothing is said to it in clear", async () => {
  expect(await encrypted(`${process.env.TEST_POSTGRES_URL}?sslmode=require`)).not.toHaveProperty("ssl");
});
