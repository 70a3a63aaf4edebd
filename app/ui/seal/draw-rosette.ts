/** One band of a rosette: a closed line around the middle, `radius + swing * cos(lobes * t + phase)`. */
type Band = { radius: number; swing: number; lobes: number; lines: number };

/**
 * Paths of a guilloche rosette in a square of 200, made from the bytes of a hash, so that one text always looks the same
 * and another looks different. A small one has fewer lines, or they run together into a grey disc.
 * @param hash hex text of at least 16 digits.
 */
export function drawRosette(hash: string, size: "large" | "small" = "large"): string[] {
  const byte = (n: number) => Number.parseInt(hash.slice(2 * n, 2 * n + 2), 16) || 0;
  const lines = size === "large" ? [6, 14, 12] : [3, 4, 3];
  const bands: Band[] = [
    { radius: 82, swing: 15 + (byte(0) % 4), lobes: 18 + (byte(1) % 11), lines: lines[0] ?? 1 },
    { radius: 49, swing: 16 + (byte(2) % 4), lobes: 5 + (byte(3) % 5), lines: lines[1] ?? 1 },
    { radius: 18, swing: 8 + (byte(4) % 3), lobes: 3 + (byte(5) % 4), lines: lines[2] ?? 1 },
  ];
  return bands.flatMap((band, n) =>
    Array.from({ length: band.lines }, (_, line) => drawLine(band, (2 * Math.PI * line) / band.lines + byte(6 + n) / 40)),
  );
}

function drawLine({ radius, swing, lobes }: Band, phase: number): string {
  const steps = lobes * 24;
  const points = Array.from({ length: steps }, (_, step) => {
    const t = (2 * Math.PI * step) / steps;
    const r = radius + swing * Math.cos(lobes * t + phase);
    return `${(100 + r * Math.cos(t)).toFixed(2)} ${(100 + r * Math.sin(t)).toFixed(2)}`;
  });
  return `M${points.join("L")}Z`;
}
