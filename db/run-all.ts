import postgres from "postgres";

/** Runs statements one after the other, in a connection of their own. */
export async function runAll(url: string, statements: string[]): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    for (const statement of statements) await client.unsafe(statement);
  } finally {
    await client.end({ timeout: 2 });
  }
}
