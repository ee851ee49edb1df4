// The secretariat's server as a process: `tsx server/main.ts [--port N] [--data DIR] [--host H] [--announce]`.
// Standard output carries at most the one line of `--announce`; everything else goes to standard error.
import { parseArgs } from 'node:util';
import { announce } from './announce';
import { readConfig, WrongSetting, type Config } from './config';
import { createLog, logError } from './log';
import { startServer, type RunningServer } from './start-server';
import { codeOf } from './store/trouble';

const USAGE = '使い方: tsx server/main.ts [--port 番号] [--data フォルダー] [--host アドレス] [--announce]';

function readWords(): { config: Config; wantsAnnouncement: boolean } {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        host: { type: 'string' },
        announce: { type: 'boolean', default: false },
      },
    });
    return { config: readConfig(process.env, values), wantsAnnouncement: values.announce };
  } catch (error) {
    const sentence = error instanceof WrongSetting ? error.message : USAGE;
    process.stderr.write(`${sentence}\n`);
    process.exit(2);
  }
}

async function main(): Promise<void> {
  const { config, wantsAnnouncement } = readWords();
  const log = createLog(config.logLevel);
  let running: RunningServer;
  try {
    running = await startServer(config, { log });
  } catch (error) {
    logError(log, error);
    const taken = codeOf(error) === 'EADDRINUSE' || codeOf(error) === 'EACCES';
    process.stderr.write(
      taken
        ? `ポート ${config.port} は使えません。--port で別の番号を指定してください。\n`
        : 'サーバーを始められません。データのフォルダーか DATABASE_URL を確かめてください。\n',
    );
    process.exit(1);
  }
  const stop = () => {
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logError(log, error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  if (wantsAnnouncement)
    process.stdout.write(`${JSON.stringify(await announce(running, config.production))}\n`);
}

await main();
