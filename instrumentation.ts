/** Once at the start of the server: settings are checked, pools are opened; a wrong setting ends the start with its name. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ env }, { openPools }, { openListener }] = await Promise.all([
    import("./lib/env/env"),
    import("./db/access/connections"),
    import("./db/access/listen"),
  ]);
  const { DATABASE_APP_URL, DATABASE_SYSTEM_URL } = env();
  openPools({ app: DATABASE_APP_URL, system: DATABASE_SYSTEM_URL });
  openListener(DATABASE_SYSTEM_URL);
}
