// Measures of a real layout: targets for gloves, no sideways scrolling.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const TARGET_PX = 56;
const PRIMARY_PX = 64;
/** Layout rounds to 1/64 px. */
const ROUNDING_PX = 0.1;

/** Small on purpose, and why. Everything else that can be pressed is measured. */
const EXCEPTIONS: Record<string, string> = {
  '.mm-skip': 'for keyboards; off the screen until it has the focus',
  '.mm-header-status a': 'the line of delivery is running text',
  'p a:not(.ui-button, .mm-primary, .ui-link)': 'a link inside a sentence',
};

/** Every visible thing that can be pressed is at least 56 px high, main actions 64. A tile counts as a whole. */
export async function expectTargets(page: Page): Promise<void> {
  const small = await page.evaluate(
    ({ exceptions, target, primary }) => {
      const found: string[] = [];
      const seen = new Set<Element>();
      const pressable = 'a[href], button, input, textarea, select, summary, [role="button"], [tabindex="0"]';
      for (const element of document.querySelectorAll(pressable)) {
        if (exceptions.some((exception) => element.matches(exception))) continue;
        // the label round a radio button or a file field is what the finger meets
        const met = (element instanceof HTMLInputElement && element.closest('label')) || element;
        if (seen.has(met)) continue;
        seen.add(met);
        const { width, height } = met.getBoundingClientRect();
        if (width === 0 || height === 0) continue;
        const isPrimary = met.matches('.mm-primary, .ui-button-primary, .mm-nav a, .ui-emergency-call');
        const least = isPrimary ? primary : target;
        if (height < least) found.push(`${Math.round(height)} < ${least} px: ${met.outerHTML.slice(0, 120)}`);
      }
      return found;
    },
    {
      exceptions: Object.keys(EXCEPTIONS),
      target: TARGET_PX - ROUNDING_PX,
      primary: PRIMARY_PX - ROUNDING_PX,
    },
  );
  expect(small, page.url()).toEqual([]);
}

/** Nothing sticks out to the right, so that nobody has to scroll in two directions. @see WCAG 2.2 1.4.10 */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const { over, which } = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const sticksOut = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > room + 1,
    );
    return {
      over: document.documentElement.scrollWidth - room,
      which: sticksOut.map((element) => element.outerHTML.slice(0, 100)),
    };
  });
  expect({ over, which: over > 0 ? which : [] }, page.url()).toEqual({ over: 0, which: [] });
}

export async function setWidth(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: page.viewportSize()?.height ?? 740 });
}
