// Does a text name somebody? By the ways people are called (さん, 様, 氏 …) and by common family names. Roles and
// companies may be written (業者の名前は書いてよい), so they are not asked about. Pure; a part of personal-data-check.

/** A word and how one calls a person; 様子, 氏名 and the like are other words. */
const CALLED =
  /([一-龥々]{1,8}|[一-龥々]{0,4}[ァ-ヶー]{2,6}|[ぁ-ん]{2,5})(さん|様(?![子々式相態])|氏(?![名神族])|ちゃん|くん|君)/gu;
/** Kanji and kana mixed, as in よし子さん. */
const CALLED_MIXED = /(?<![ぁ-ん])[ぁ-ん]{1,2}[子美江代枝](?:さん|様|ちゃん)/u;
/** Words before さん that are roles, relations, companies or parts of other words, by how they end. */
const NOBODY = [
  '客 皆 諸 奥 旦那 主人 父 母 兄 姉 弟 妹 娘 息子 孫 嫁 婿 甥 姪 叔父 叔母 伯父 伯母 祖父 祖母 親 親御 赤 坊 本人 家族',
  '隣 近所 大家 住民 友人 知人 相手 先方 先生 役所 役場 警察 交番 消防 神 仏 王 殿 模 同 仕 多 異 一 有 何 外人 二人 三人 人',
  '者 員 主 屋 店 長 士 師 手 婦 職 生 局 署 課 係 社 業 会 組合 所 行 協 庫 産 大工 左官 職人 農家',
  '電気 電機 電器 電設 電力 水道 設備 住設 建設 建築 工業 工房 商事 商会 運輸 運送 宅配 急便 保険 証券 新聞 石油 電工 企画 塗装 板金 瓦 通信',
]
  .join(' ')
  .split(' ');
/** Family names that end like a role. */
const STILL_A_NAME =
  /(?:土屋|守屋|古屋|新屋|関屋|板屋|井手|土方|柳生|田所|別所|城所|武者|相生|大屋|森屋|山屋|荒瓦)$/u;
/** The most frequent family names of Japan, for names written without さん. */
const FAMILY =
  '佐藤|鈴木|高橋|田中|伊藤|渡辺|渡邊|山本|中村|小林|加藤|吉田|山田|佐々木|山口|松本|井上|木村|清水|山崎|池田|橋本|阿部|石川|山下|中島|石井|小川|前田|岡田|長谷川|藤田|後藤|近藤|村上|遠藤|青木|坂本|斉藤|斎藤|福田|太田|西村|藤井|金子|岡本|藤原|三浦|中野|中川|原田|松田|竹内|小野|田村|中山|和田|石田|森田|上田|宮崎|酒井';
const FAMILY_SOUNDS = new Set(
  'さとう すずき たかはし たなか いとう わたなべ やまもと なかむら こばやし かとう よしだ やまだ ささき やまぐち まつもと いのうえ きむら しみず さいとう やまざき いけだ はしもと あべ いしかわ やました なかじま おがわ まえだ おかだ ふじた ごとう こんどう むらかみ えんどう あおき さかもと'.split(
    ' ',
  ),
);
/** 吉田花子が: a family name, a given name, and then something that is no kanji (鈴木一郎商店 is a company). */
const FULL_NAME = new RegExp(
  `(?:${FAMILY})\\s?[一-龥]{0,2}[子男雄夫郎美江代枝恵香介之彦也治司一二三信明](?![一-龥々])`,
  'u',
);
/** 松本と名乗る, 岡田という女 */
const SAID_TO_BE = new RegExp(
  `(?:${FAMILY})(?:と名乗|と申|って(?:人|男|女)|という(?:[^、。]{0,3})?(?:人|男|女|方|名))`,
  'u',
);

/** True when somebody seems to be named; the text is NFKC already. */
export function namesSomebody(text: string): boolean {
  if (FULL_NAME.test(text) || SAID_TO_BE.test(text) || CALLED_MIXED.test(text)) return true;
  for (const [, word = ''] of text.matchAll(CALLED)) {
    if (/^[ぁ-んァ-ヶー]+$/u.test(word)) {
      if (FAMILY_SOUNDS.has(inHiragana(word)) || endsInSound(word)) return true;
    } else if (/[ァ-ヶー]$/u.test(word)) continue;
    else if (STILL_A_NAME.test(word) || !NOBODY.some((role) => word.endsWith(role))) return true;
  }
  return false;
}

const inHiragana = (word: string) =>
  word.replace(/[ァ-ヶ]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));

/** はたなかさん: the particle before a name written in kana belongs to the run. */
function endsInSound(word: string): boolean {
  const sounds = inHiragana(word);
  return [...FAMILY_SOUNDS].some((name) => name.length >= 3 && sounds.endsWith(name));
}
