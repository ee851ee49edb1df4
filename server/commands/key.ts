// Entry of `npm run key`.
import { keyCommand } from './key-command';
import { toTerminal } from './command-line';

process.exitCode = await keyCommand(process.argv.slice(2), toTerminal);
