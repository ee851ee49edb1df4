// Before each test of the phone: an IndexedDB, a clean page, and no word on console.error.
import 'fake-indexeddb/auto';
import { cleanup } from '@testing-library/preact';
import { afterEach } from 'vitest';
import { failOnConsoleError } from './fail-on-console-error';

failOnConsoleError();
afterEach(cleanup);
