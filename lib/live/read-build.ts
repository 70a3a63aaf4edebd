import { readFileSync } from "node:fs";
import { join } from "node:path";

let build: string | undefined;

/** Which build this process serves: read once, since another may be made in its folder meanwhile. A server under development has none. */
export function readBuild(): string {
  build ??= readIt();
  return build;
}

function readIt(): string {
  // biome-ignore lint/style/noProcessEnv: no setting of the app, but where next.config.ts put this build.
  const folder = process.env.NEXT_DIST_DIR ?? ".next";
  try {
    return readFileSync(join(/* turbopackIgnore: true */ process.cwd(), folder, "BUILD_ID"), "utf8").trim();
  } catch {
    return "development";
  }
}
