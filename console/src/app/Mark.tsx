/** The platform's sign. */
export function Mark({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <rect width="32" height="32" rx="8" fill="#5654e0" />
      <path
        d="M16 6.5 24.5 10v6.2c0 4.7-3.5 8.1-8.5 9.8-5-1.7-8.5-5.1-8.5-9.8V10z"
        fill="none"
        stroke="#fff"
        strokeWidth="2.2"
        strokeLinejoin="round"
      />
      <circle cx="16" cy="15.7" r="3" fill="#fff" />
    </svg>
  );
}
