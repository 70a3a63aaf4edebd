import postgres from "postgres";

const development = "postgres://postgres:postgres@127.0.0.1:5440/postgres";

/** A database of its own on the server that TEST_POSTGRES_URL names; `drop` removes it. */
export async function createTestStore(server = process.env.TEST_POSTGRES_URL ?? development) {
  const name = `executor_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  const admin = postgres(server, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.toString(),
    drop: async () => {
      await admin.unsafe(`drop database if exists ${name} with (force)`);
      await admin.end();
    },
  };
}
