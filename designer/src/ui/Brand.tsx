/** The product's mark: one line from where a case begins to where it ends. */
export function Brand({ size = 24 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <rect width="32" height="32" rx="7" fill="var(--brand)" />
      <path
        d="M8 11h5.5a4 4 0 0 1 4 4v2a4 4 0 0 0 4 4H24M17.5 11H24"
        fill="none"
        stroke="var(--paper)"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
      <circle cx="8" cy="11" r="2.4" fill="var(--paper)" />
      <circle cx="24" cy="11" r="2.4" fill="var(--paper)" />
      <circle cx="24" cy="21" r="2.4" fill="var(--paper)" />
    </svg>
  );
}
