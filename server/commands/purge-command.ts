// `npm run purge [-- --dry-run]`: the daily purge by hand, or only its numbers.
import { readConfig } from '../config';
import { purge } from '../purge';
import { runCommand, type CommandOutput } from './command-line';

const USAGE = '使い方: npm run purge -- [--dry-run] [--data フォルダー]';

export function purgeCommand(argv: readonly string[], output: CommandOutput): Promise<number> {
  const dryRun = argv.includes('--dry-run');
  const rest = argv.filter((word) => word !== '--dry-run');
  // The shared command line wants an action; this command has only one.
  return runCommand(
    ['run', ...rest],
    USAGE,
    { actions: ['run'], options: [] },
    output,
    async (_run, words, { store }) => {
      const { retention } = readConfig(process.env, { data: words['data'] });
      const { personalReports, sightings } = await purge(store, retention, dryRun);
      output.print(dryRun ? '保存期間が過ぎたもの（まだ消していません）' : '保存期間が過ぎたので消しました');
      output.print(`  個人情報を含む報告: ${personalReports}件（完了から${retention.reportDays}日）`);
      output.print(
        `  気づきの報告: ${sightings}件（完了した年度の翌年度から${retention.sightingYears}年度）`,
      );
    },
  );
}
