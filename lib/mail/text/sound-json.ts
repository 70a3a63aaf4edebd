import { sound } from "./sound-text";

/** A value as JSON that Postgres reads, whatever letters others wrote and wherever they were cut. */
export const soundJson = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === "string" ? sound(part) : part));
