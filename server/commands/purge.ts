// Entry of `npm run purge`.
import { purgeCommand } from './purge-command';
import { toTerminal } from './command-line';

process.exitCode = await purgeCommand(process.argv.slice(2), toTerminal);
