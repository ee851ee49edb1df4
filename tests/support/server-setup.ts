// Before each test of the server and the scripts: no word on console.error.
import { failOnConsoleError } from './fail-on-console-error';

failOnConsoleError();
