const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as it must stand inside HTML. Zero bytes and bidirectional overrides are left out. */
export function escapeHtml(text: string): string {
  return text
    .replace(/(?![\n\r\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, "")
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
