/** What local/testing/run-e2e.ts tells of each product that it started: its addresses, its keys and its folder, as environment variables. */
export const environments = JSON.parse(process.env.E2E_ENVIRONMENTS ?? "[{}]") as Record<string, string>[];
