/**
 * Once at the start of the server: settings and roles are checked, pools are opened, the outbox is drained from now on. A wrong
 * setting ends the start with its name.
 */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startServer } = await import("./start-server");
  await startServer();
}

/**
 * Logs what failed while a page was read, under the reference the person sees ("digest" is Next's name for it).
 * The address keeps its path only where it holds no secret.
 */
export async function onRequestError(error: unknown, request: { path: string; method: string }) {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { log } = await import("./lib/log/log");
  const digest = error instanceof Error && "digest" in error ? error.digest : undefined;
  const path = request.path.split("?")[0]?.replace(/^\/u\/.*/, "/u/…");
  log.error({ err: error, reference: digest, path, method: request.method }, "a page failed");
}
