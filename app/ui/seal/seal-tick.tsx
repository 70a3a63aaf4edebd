/** The small seal of a mail that left as signed: a solid scallop with a tick. */
export function SealTick({ size = 18 }: { size?: number }) {
  const points = Array.from({ length: 24 }, (_, index) => {
    const radius = index % 2 === 0 ? 9 : 7.4;
    const angle = (index * Math.PI) / 12;
    return `${(9 + radius * Math.cos(angle)).toFixed(2)},${(9 + radius * Math.sin(angle)).toFixed(2)}`;
  }).join(" ");
  return (
    <svg width={size} height={size} viewBox="0 0 18 18" aria-hidden style={{ flex: "none" }}>
      <polygon points={points} fill="var(--seal)" />
      <path
        d="M5.6 9.3l2.2 2.2 4.4-4.6"
        fill="none"
        stroke="var(--on-seal)"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
