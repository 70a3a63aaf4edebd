/** The product's mark: twelve loops around an open middle. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" fill="none" stroke="var(--seal)" strokeWidth="1.9" aria-hidden="true">
      {Array.from({ length: 12 }, (_, n) => n * 30).map((angle) => (
        <ellipse key={angle} cx="14" cy="5" rx="2.3" ry="4" transform={`rotate(${angle} 14 14)`} />
      ))}
    </svg>
  );
}
