import { notFound } from "next/navigation";
import { AppError } from "@/lib/errors/app-error";

/** What a page reads, or the page "not found": for what does not exist, belongs to another team, or is no id at all. */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An id out of an address, or the page "not found". */
export function idOrNotFound(text: string): string {
  if (!uuid.test(text)) notFound();
  return text.toLowerCase();
}
