/**
 * Once at the start of the server: settings and roles are checked, pools are opened, the outbox is drained from now on. A wrong
 * setting ends the start with its name.
 */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startServer } = await import("./start-server");
  await startServer();
}
