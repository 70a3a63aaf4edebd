import { join } from "node:path";
import { build } from "esbuild";
import { root } from "../start/settings";

const sources = { microsoft365: "local/microsoft365/main.ts", inngest: "local/inngest/main.ts", dns: "local/dns/main.ts" };

/**
 * Builds the stand-ins before the tests, which start them far more than a hundred times: from their sources each start takes a second of a
 * core, built a quarter. At every run anew, so that what lies there is never older than the sources.
 */
export default async function setup() {
  await build({
    absWorkingDir: root,
    entryPoints: sources,
    outdir: join(root, "node_modules/.cache/countersign"),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    sourcemap: "inline",
    logLevel: "error",
  });
}
