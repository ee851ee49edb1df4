// The app's mark: a notebook whose page is a house, and an eye that keeps watch in it. One drawing, every size.

const BLUE = '#0017c1';

/** The drawing in a field of 512 × 512. @param {string} ink @param {string} paper */
const mark = (ink, paper) => `
  <path fill="${ink}" d="M256 92 420 222v178a24 24 0 0 1-24 24H116a24 24 0 0 1-24-24V222Z"/>
  <path fill="none" stroke="${paper}" stroke-width="14" stroke-linecap="round" d="M150 240v150"/>
  <path fill="${paper}" d="M184 302q88-104 196 0-108 104-196 0Z"/>
  <circle cx="282" cy="302" r="34" fill="${ink}"/>
  <circle cx="294" cy="290" r="11" fill="${paper}"/>`;

/** @param {string} body @param {number} [scale] of the drawing within its field */
const picture = (body, scale = 1) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">${body.replace(
    '@',
    `translate(${256 * (1 - scale)} ${256 * (1 - scale)}) scale(${scale})`,
  )}</svg>`;

export const FAVICON = picture(
  `<rect width="512" height="512" rx="96" fill="${BLUE}"/><g transform="@">${mark('#fff', BLUE)}</g>`,
);
/** Full bleed; everything that matters lies within the safe circle of 80 %. */
const MASKABLE = picture(
  `<rect width="512" height="512" fill="${BLUE}"/><g transform="@">${mark('#fff', BLUE)}</g>`,
  0.78,
);
/** One colour: the platform paints it, only its shape counts. */
const MONOCHROME = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><mask id="m"><rect width="512" height="512" fill="#000"/>${mark('#fff', '#000')}</mask><rect width="512" height="512" fill="#fff" mask="url(#m)"/></svg>`;
const SHORTCUT_RECORD = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><rect width="96" height="96" rx="48" fill="${BLUE}"/><path fill="none" stroke="#fff" stroke-width="6" stroke-linejoin="round" d="M26 70h12l34-34-12-12-34 34zM53 31l12 12"/></svg>`;
const SHORTCUT_HOTLINES = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><rect width="96" height="96" rx="48" fill="${BLUE}"/><path fill="#fff" d="M35 24l9 16-7 6c3 8 9 14 16 17l7-7 14 9c-1 6-6 10-12 10C40 72 25 52 24 34c0-5 5-10 11-10Z"/></svg>`;

/** file name → drawing and size in pixels */
export const PNGS = {
  'icon-192.png': { svg: FAVICON, size: 192 },
  'icon-512.png': { svg: FAVICON, size: 512 },
  'maskable-512.png': { svg: MASKABLE, size: 512 },
  'monochrome-512.png': { svg: MONOCHROME, size: 512 },
  'shortcut-record-96.png': { svg: SHORTCUT_RECORD, size: 96 },
  'shortcut-hotlines-96.png': { svg: SHORTCUT_HOTLINES, size: 96 },
};
