/** A name for an address outside, made of its letters. */
export function nameOf(address: string): string {
  const words = (address.split("@")[0] ?? "")
    .replace(/\d+$/, "")
    .split(/[._-]+/)
    .filter(Boolean);
  return words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(" ") || address;
}
