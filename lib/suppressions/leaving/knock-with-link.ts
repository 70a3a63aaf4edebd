import { knock } from "../../knocks/knock";
import { findToken } from "./find-token";

/**
 * Counts whoever opens a link that we never made. Whoever has one of ours is never counted and never waits, whoever else knocks from the same address;
 * nor does whoever opens the link of a test copy. @returns the seconds to wait. @param client as clientOf tells it.
 */
export async function knockWithLink(token: string, client: string, now: Date): Promise<number> {
  if (token === "preview" || (await findToken(token))) return 0;
  return knock("unknown link", client, now);
}
