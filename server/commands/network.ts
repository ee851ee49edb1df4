// Entry of `npm run network`.
import { networkCommand } from './network-command';
import { toTerminal } from './command-line';

process.exitCode = await networkCommand(process.argv.slice(2), toTerminal);
