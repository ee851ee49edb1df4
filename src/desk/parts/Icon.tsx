// The few drawings of the desk, as SVG nodes. Always beside words, so hidden from readers.
const PATHS = {
  emergency: 'M12 2 1.5 21h21L12 2Zm-1 7h2v6h-2V9Zm0 7.5h2v2h-2v-2Z',
  high: 'M12 3 4 11l1.6 1.6 5.3-5.3V21h2.2V7.3l5.3 5.3L20 11l-8-8Z',
  medium: 'M4 8.5h16v2.2H4V8.5Zm0 5h16v2.2H4v-2.2Z',
  info: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1 5h2v2.2h-2V7Zm0 4h2v6h-2v-6Z',
  ok: 'm9.5 17.6-5.7-5.7 1.6-1.6 4.1 4.1 9.1-9.1 1.6 1.6L9.5 17.6Z',
  error: 'M8 2h8l6 6v8l-6 6H8l-6-6V8l6-6Zm3 5v7h2V7h-2Zm0 8.5v2h2v-2h-2Z',
  late: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1 4.5h2v5.1l3.6 3.6-1.4 1.4-4.2-4.2V6.5Z',
  photo: 'M4 5h4l1.5-2h5L16 5h4a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V7c0-1.1.9-2 2-2Zm8 3a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Z',
  phone: 'M6.6 2.5 9.8 6.7 7.9 9.3c1.3 2.8 3.9 5.4 6.7 6.8l2.6-1.9 4.3 3.2-1.7 4C12 22.5 1.6 12 2.6 4.2l4-1.7Z',
  back: 'M20 11H7.8l5.6-5.6L12 4l-8 8 8 8 1.4-1.4L7.8 13H20v-2Z',
  print: 'M7 3h10v4H7V3ZM5 8h14a3 3 0 0 1 3 3v6h-4v4H6v-4H2v-6a3 3 0 0 1 3-3Zm3 7v4h8v-4H8Z',
  shield: 'M12 2 4 5v6c0 5 3.4 9.3 8 11 4.6-1.7 8-6 8-11V5l-8-3Zm-1 5h2v6h-2V7Zm0 7.5h2v2h-2v-2Z',
} as const; // prettier-ignore
export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="dk-icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} fill="currentColor" />
    </svg>
  );
}
