/** What mail programs write for ink on paper. */
const ink = new Set(["black", "windowtext", "text", "canvastext", "initial", "inherit", "auto", "unset"]);
const paper = new Set(["white", "window", "transparent", "canvas", "initial", "inherit", "none", "unset"]);

/** Whether a colour says no more than black on white, which is left to the page: in the dark it is light on dark. */
export function isPlainColour(value: string, of: "text" | "ground"): boolean {
  if ((of === "text" ? ink : paper).has(value)) return true;
  const channels = channelsOf(value);
  if (!channels) return false;
  return channels.every((one) => (of === "text" ? one <= 0x38 : one >= 0xf6));
}

function channelsOf(value: string): number[] | null {
  const hex = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/.exec(value)?.[1];
  if (hex) {
    const width = hex.length / 3;
    return [0, 1, 2].map((at) => Number.parseInt(hex.slice(at * width, (at + 1) * width).padStart(2, hex[at] ?? "0"), 16));
  }
  const rgb = /^rgba?\(([\d., ]+)\)$/
    .exec(value)?.[1]
    ?.split(/[,\s]+/)
    .map(Number);
  return rgb && rgb.length >= 3 ? rgb.slice(0, 3) : null;
}
