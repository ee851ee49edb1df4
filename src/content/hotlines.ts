// 連絡先 that are the same all over Japan and checked (確度 高). Local ones come from the network's profile.
// Source: shared/domain/hotlines.json; numbers, hours and charges change, the office confirms them yearly.

import type { Hotline } from '../domain/hotline';

export const HOTLINES: readonly Hotline[] = [
  {
    id: 'h188',
    label: '消費者ホットライン',
    number: '188',
    tel: 'tel:188',
    to: '郵便番号などを入れると、お住まいの地域の消費生活センター・消費生活相談窓口につながる。土日祝日に地域の窓口が休みなら国民生活センター',
    hours:
      '年末年始（12月29日〜1月3日）を除き原則毎日。時間は地域の窓口による（土日祝の国民生活センターは10:00〜16:00）',
    charge:
      '相談は無料。窓口につながってから通話料: 一般回線 8.5円（税込9.35円）/180秒、携帯 10円（税込11円）/20秒、公衆電話 10円/40秒。かけ放題の対象外',
    caveat:
      '一部のIP電話・プリペイド式携帯・電話リレーサービスからは使えない→近くの窓口に直接電話。郵便番号の代わりに市外局番を入れると、ちがう地域につながる',
    when: '契約・買い物・悪質商法の相談、クーリング・オフの相談',
    source: '消費者庁「消費者ホットライン」',
    checkedOn: '2026-11-23',
  },
  {
    id: 'h110',
    label: '警察（緊急）',
    number: '110',
    tel: 'tel:110',
    to: '警察',
    hours: '24時間',
    charge: '無料',
    caveat: '',
    when: '居すわり・おどし・今まさにだまされている・受け子がいる・事件や事故',
    source: '警察庁・政府広報オンライン',
    checkedOn: '2026-11-23',
  },
  {
    id: 'h9110',
    label: '警察相談専用電話',
    number: '#9110',
    tel: 'tel:%239110',
    to: 'かけた地域を受け持つ警察の相談窓口',
    hours: '平日 8:30〜17:15 が目安（都道府県で異なる。時間外は当直か音声の案内、24時間受け付けの所もある）',
    charge: '通話料は自分持ち',
    caveat: 'ダイヤル回線や一部のIP電話からは使えない→都道府県の警察総合相談の番号へ',
    when: '緊急ではないが、警察に相談したい（不審な電話・業者・詐欺の心配）',
    source: '警察庁・政府広報オンライン',
    checkedOn: '2026-11-23',
  },
  {
    id: 'h119',
    label: '救急・火事',
    number: '119',
    tel: 'tel:119',
    to: '消防',
    hours: '24時間',
    charge: '無料',
    caveat: '迷うときの救急相談 #7119 は地域による',
    when: 'ろれつが回らない・倒れている・けが・返事がない',
    source: '総務省消防庁（一般の案内）',
    checkedOn: '2026-11-23',
  },
];
