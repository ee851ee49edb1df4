// Entry of `npm run audit`.
import { auditCommand } from './audit-command';
import { toTerminal } from './command-line';

process.exitCode = await auditCommand(process.argv.slice(2), toTerminal);
