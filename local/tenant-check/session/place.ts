/** Where Microsoft 365 is: the real one, or a stand-in on this machine. */
export type Place = { isReal: boolean; graph: string; login: string; adminKey: string };

const loopback = ["localhost", "127.0.0.1", "[::1]"];

/**
 * @throws Error with one sentence: tests speak with a stand-in only, and a stand-in is on this machine.
 */
export function placeOf(env: Record<string, string | undefined>): Place {
  const address = env.MICROSOFT_STANDIN_URL?.replace(/\/$/, "");
  if (!address) {
    return reach({
      isReal: true,
      graph: "https://graph.microsoft.com",
      login: "https://login.microsoftonline.com",
      adminKey: "",
    });
  }
  if (!loopback.includes(new URL(address).hostname))
    throw new Error("MICROSOFT_STANDIN_URL names another machine: a stand-in is on this one.");
  return { isReal: false, graph: address, login: address, adminKey: env.ADMIN_KEY ?? "" };
}

/** Stands before every call. @throws Error where a test would speak with Microsoft. */
export function reach(place: Place): Place {
  const outside = [place.graph, place.login].some((address) => !loopback.includes(new URL(address).hostname));
  if (process.env.VITEST && outside)
    throw new Error("Tests do not speak with Microsoft: name a stand-in by MICROSOFT_STANDIN_URL.");
  return place;
}
