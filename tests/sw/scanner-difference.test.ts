import { describe, expect, it } from 'vitest';
import { parseScannerFiles } from '../../src/domain/scanner-files';
import { isScannerFile, scannerDifference } from '../../sw/scanner-difference';

describe("the scanner's cache", () => {
  it('fetches only what is missing and drops what is no longer listed', () => {
    const difference = scannerDifference(
      ['/assets/scanner-2.js', '/assets/reader.wasm'],
      ['/assets/scanner-1.js', '/assets/reader.wasm'],
    );
    expect(difference).toEqual({ missing: ['/assets/scanner-2.js'], obsolete: ['/assets/scanner-1.js'] });
  });

  it("never keeps a Wi-Fi login page in the scanner's place", () => {
    const wasm = { ok: true, redirected: false, type: 'application/wasm' };
    expect(isScannerFile(wasm)).toBe(true);
    expect(isScannerFile({ ...wasm, type: 'text/html; charset=utf-8' })).toBe(false);
    expect(isScannerFile({ ...wasm, redirected: true })).toBe(false);
    expect(isScannerFile({ ...wasm, ok: false })).toBe(false);
  });

  it.each([
    [{ files: [] }],
    [{}],
    [null],
    [{ files: ['https://cdn.example/x.js'] }],
    [{ files: ['//cdn.example/x.js'] }],
  ])('takes no list that names nothing or another site: %o', (value) => {
    expect(parseScannerFiles(value)).toBeNull();
  });
  it('takes the list of the build', () => {
    expect(parseScannerFiles({ files: ['/assets/a.js'] })).toEqual(['/assets/a.js']);
  });
});
