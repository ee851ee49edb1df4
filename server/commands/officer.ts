// Entry of `npm run officer`.
import { officerCommand } from './officer-command';
import { toTerminal } from './command-line';

process.exitCode = await officerCommand(process.argv.slice(2), toTerminal);
