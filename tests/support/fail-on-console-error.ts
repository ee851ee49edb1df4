// A test that makes the program complain on console.error has failed, whatever else it asserts.
// A test that expects the complaint takes it away with `takeConsoleErrors()`.
import { afterEach, beforeEach, expect, vi } from 'vitest';

let complaints: string[] = [];

/** What was said on console.error in this test so far; it no longer fails the test. */
export function takeConsoleErrors(): string[] {
  const taken = complaints;
  complaints = [];
  return taken;
}

export function failOnConsoleError(): void {
  beforeEach(() => {
    complaints = [];
    vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => {
      complaints.push(words.map(String).join(' '));
    });
  });
  afterEach(() => {
    vi.mocked(console.error).mockRestore();
    expect(takeConsoleErrors(), 'console.error was called').toEqual([]);
  });
}
