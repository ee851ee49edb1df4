// Content-Security-Policy by hash: what the server may allow is exactly what the build inlined.
import { createHash } from 'node:crypto';

/** CSP source expression (without quotes) for one inline block. @see https://www.w3.org/TR/CSP3/#grammardef-hash-source
 * @param {string} text */
export function cspHash(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** Hashes of all inline scripts and styles of a page. @param {string} html */
export function inlineHashes(html) {
  /** @param {RegExp} pattern */
  const texts = (pattern) =>
    [...html.matchAll(pattern)].map((match) => match[1] ?? '').filter((text) => text.trim() !== '');
  return {
    scripts: texts(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g).map(cspHash),
    styles: texts(/<style[^>]*>([\s\S]*?)<\/style>/g).map(cspHash),
  };
}
