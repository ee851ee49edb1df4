// The few signs of the app, drawn here: no icon font, no request. A decoration unless it is given a name.

const SHAPES = {
  success: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1.6 14.6-4-4 1.5-1.5 2.5 2.5 5.8-5.8 1.5 1.5-7.3 7.3Z',
  error: 'M8.3 2h7.4L22 8.3v7.4L15.7 22H8.3L2 15.7V8.3L8.3 2Zm2.6 4.5v7h2.2v-7h-2.2Zm0 8.8v2.2h2.2v-2.2h-2.2Z',
  warning: 'M12 2.5 1.5 21h21L12 2.5Zm-1.1 6.8h2.2v5.9h-2.2V9.3Zm0 7.4h2.2v2.2h-2.2v-2.2Z',
  info: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1.1 4.9h2.2v2.2h-2.2V6.9Zm0 3.9h2.2v6.4h-2.2v-6.4Z',
  phone:
    'M6.6 2.6 9.9 3l1.5 5-2.2 2a13 13 0 0 0 4.8 4.8l2-2.2 5 1.5.4 3.3c.1 1-.6 2-1.7 2.1C10.6 20.600 3.400 13.400 4.500 4.300c.1-1 1.100-1.800 2.100-1.700Z',
  saved: 'M4 3h13l3 3v15H4V3Zm3 2v5h9V5H7Zm5 8a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z',
  waiting: 'M12 2.500 19.500 10l-1.600 1.600-4.800-4.800V15h-2.200V6.800l-4.800 4.800L4.500 10 12 2.500ZM4 18.500h16v2.500H4v-2.500Z',
  sending: 'M5 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4Zm7 0a2 2 0 1 0 0 4 2 2 0 0 0 0-4Zm7 0a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z',
  delivered: 'm9 18.500-6.500-6.500 1.800-1.800L9 14.900 19.700 4.200l1.800 1.800L9 18.500Z',
  reviewed: 'm7 18.500-6-6 1.600-1.600L7 15.200l1.600-1.600 1.600 1.600L7 18.500Zm6.500 0-5-5 1.600-1.600 3.400 3.300L22 6.700l1.600 1.600-10.100 10.200Z',
  instructed: 'M3 3h18v14h-8l-5 4.500V17H3V3Zm4 4v2h10V7H7Zm0 4v2h7v-2H7Z',
  withdrawn: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20ZM6.500 10.900h11v2.200h-11v-2.200Z',
  level3: 'M4 14h4v7H4v-7Zm6-5h4v12h-4V9Zm6-6h4v18h-4V3Z',
  level2: 'M4 14h4v7H4v-7Zm6-5h4v12h-4V9Zm6 9.500h4V21h-4v-2.500Z',
  level1: 'M4 14h4v7H4v-7Zm6 4.500h4V21h-4v-2.500Zm6 0h4V21h-4v-2.500Z',
  open: 'm12 16.500-8-8L5.600 7l6.400 6.400L18.400 7 20 8.500l-8 8Z',
} as const; // prettier-ignore

export type IconName = keyof typeof SHAPES;

interface Props {
  icon: IconName;
  /** what a screen reader says; without it the icon is a decoration */
  name?: string;
}

export function Icon({ icon, name }: Props) {
  const spoken = name === undefined ? { 'aria-hidden': true } : { role: 'img' as const, 'aria-label': name };
  return (
    <svg class="ui-icon" viewBox="0 0 24 24" width="24" height="24" focusable="false" {...spoken}>
      <path d={SHAPES[icon]} fill="currentColor" />
    </svg>
  );
}
