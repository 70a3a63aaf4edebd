import { directionOverrides } from "./invisible";

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as it must stand inside HTML. Zero bytes and bidirectional overrides are left out. */
export function escapeHtml(text: string): string {
  return text
    .replace(/(?![\n\r\t])\p{Cc}/gu, "")
    .replace(directionOverrides, "")
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
