import { headers } from "next/headers";
import { clientOf } from "../knocks/client-of";

/** The pages of the app by the first word of their path; other words of a path may be somebody's. */
export const pages = ["calendar", "campaigns", "contacts", "replies", "review", "settings", "templates", "write"];

/** From which page an action was asked for, in a word of ours, and from where. Outside a request both are unknown. */
export async function readPlace(): Promise<{ page: string; client: string }> {
  try {
    const given = await headers();
    const word = (given.get("x-countersign-path") ?? "").split(/[/?]/)[1] ?? "";
    return { page: word === "" ? "today" : pages.includes(word) ? word : "another", client: clientOf(given) };
  } catch {
    // A test, or a program that calls an action by itself.
    return { page: "unknown", client: "unknown" };
  }
}
