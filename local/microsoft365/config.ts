const need = (name: string) => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set.`);
  return value;
};

/** What the launcher tells the stand-in. */
export const config = {
  port: Number(process.env.PORT ?? 4105),
  host: process.env.HOST ?? "127.0.0.1",
  databaseUrl: need("DATABASE_URL"),
  publicUrl: (process.env.PUBLIC_URL ?? `http://localhost:${process.env.PORT ?? 4105}`).replace(/\/$/, ""),
  clientId: need("MICROSOFT_CLIENT_ID"),
  clientSecret: need("MICROSOFT_CLIENT_SECRET"),
  /** When set, /admin wants it in the header x-admin-key. */
  adminKey: process.env.ADMIN_KEY ?? "",
  /** Microsoft's pages contradict each other on whether a draft's immutable id outlives its sending: "stays" or "changes". */
  sentId: sentId(process.env.STAND_IN_SENT_ID ?? "stays"),
  /** Delegated permissions of Graph that the app registration lists; `.default` asks for these and no other. */
  registeredPermissions: (process.env.STAND_IN_PERMISSIONS ?? "User.Read Mail.ReadWrite Mail.Send").split(/\s+/).filter(Boolean),
};

function sentId(given: string): "stays" | "changes" {
  if (given === "stays" || given === "changes") return given;
  throw new Error("STAND_IN_SENT_ID is stays or changes.");
}
