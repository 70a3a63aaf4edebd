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
};
