// Roles of the desk in the words of the screens and the commands.
import type { Role } from '../domain/roles';

const WORDS: Record<Role, { name: string; may: string }> = {
  admin: {
    name: '管理者',
    may: '利用者、役割、監査記録、招待、端末を扱います。件の内容は見られません。',
  },
  officer: { name: '担当者', may: '件を受け付けて進め、招待を出します。' },
  adviser: { name: '相談員', may: '件を読み、メモを残します。指示や完了はできません。' },
  auditor: { name: '監査', may: '監査記録だけを読みます。' },
  organisation_coordinator: {
    name: '団体の窓口',
    may: '自分の団体の招待と端末だけを扱います。件は見られません。',
  },
  prefecture: { name: '都道府県', may: '状態ごとの件数だけを見ます。' },
};

export const roleWords = (role: Role): { name: string; may: string } => WORDS[role];
