import { describe, expect, it } from 'vitest';
import { surfaceOf, systemOf } from '../../src/platform/install';

const ANDROID =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1';
const MAC =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15';
const LINE_IOS = `${IPHONE} Line/14.15.0`;
const LINE_ANDROID = `${ANDROID} Line/14.15.0/IAB`;

describe('which way of installing is offered', () => {
  it.each([
    ['an Android phone', ANDROID, 5, 'android'],
    ['an iPhone', IPHONE, 5, 'ios'],
    ['an iPad that calls itself a Mac', MAC, 5, 'ios'],
    ['a Mac', MAC, 0, 'other'],
    ['LINE on an iPhone', LINE_IOS, 5, 'in-app'],
    ['LINE on Android', LINE_ANDROID, 5, 'in-app'],
  ] as const)('%s', (_phone, userAgent, touchPoints, surface) => {
    expect(surfaceOf(userAgent, touchPoints)).toBe(surface);
  });

  it('knows the phone behind an in-app browser, to name Safari or Chrome', () => {
    expect(systemOf(LINE_IOS, 5)).toBe('ios');
    expect(systemOf(LINE_ANDROID, 5)).toBe('android');
  });
});
