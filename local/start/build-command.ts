import { buildWhenChanged } from "./build";

/** Builds as `npm start` does, for an image: named by its sources, with what the builds before left for pages that are open. */
try {
  await buildWhenChanged(process.env, new AbortController().signal);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
