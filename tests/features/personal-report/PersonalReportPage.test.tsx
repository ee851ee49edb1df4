import { render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import PersonalReportPage from '../../../src/features/personal-report/PersonalReportPage';
import { EMPTY_REPORT, type ReportAnswers, type ReportGate } from '../../../src/domain/personal-report';
import { fakeServices } from '../../support/fake-services';

const RECORD = '01900000-0000-7000-8000-00000000000b';
const REQUEST: ReportGate = { by: 'request', no: 'K-R-2026-0001', instructionId: RECORD };

function open(gate: ReportGate, answers: ReportAnswers = EMPTY_REPORT) {
  const { services } = fakeServices();
  const sent: ReportAnswers[] = [];
  const saved: ReportAnswers[] = [];
  const release = vi.fn();
  const reports = services.personalReports;
  reports.open = () =>
    Promise.resolve(
      gate.by === 'closed' ? { status: 'closed' } : { status: 'open', gate, answers, savedAt: null, release },
    );
  reports.save = (_id, given) => {
    saved.push(given);
    return Promise.resolve({ status: 'saved', savedAt: '2026-11-24T01:00:00.000Z' });
  };
  const send = { outcome: { status: 'queued' } as Awaited<ReturnType<typeof reports.send>> };
  reports.send = (_id, given) => {
    sent.push(given);
    return Promise.resolve(send.outcome);
  };
  const onLeave = vi.fn();
  render(
    <PersonalReportPage
      services={services}
      recordId={RECORD}
      now={() => new Date('2026-11-24T01:00:00.000Z')}
      onLeave={onLeave}
    />,
  );
  return { sent, saved, send, onLeave, user: userEvent.setup() };
}

describe('個人情報を含む報告', () => {
  it('要請番号も緊急もないときは開かず、なぜかと、どうするかを言います', async () => {
    open({ by: 'closed' });
    expect(await screen.findByText('いまは、個人情報を含む報告は書けません')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('button', { name: 'この報告を送る' })).toBeNull();
  });

  it('緊急のときは、理由をえらぶまで、名前の欄も送るボタンも出ません', async () => {
    const { user } = open({ by: 'emergency' });
    const reason = await screen.findByRole('checkbox', { name: 'おどし・居すわり・暴力' });
    expect(screen.queryByLabelText('氏名（わかる範囲）')).toBeNull();
    expect(screen.queryByRole('button', { name: 'この報告を送る' })).toBeNull();
    await user.click(reason);
    expect(screen.getByLabelText('氏名（わかる範囲）')).toBeTruthy();
    expect(screen.queryByRole('radio', { name: '事務局から求められた' })).toBeNull();
    await user.click(reason);
    expect(screen.queryByLabelText('氏名（わかる範囲）')).toBeNull();
  });

  it('表札を見て書かない・病名は書かない、を欄のそばに言い、110と119を先に出します', async () => {
    open(REQUEST);
    expect(await screen.findByText(/要請番号 K-R-2026-0001/)).toBeTruthy();
    expect(screen.getByText(/表札を見て書かない/)).toBeTruthy();
    expect(screen.getByText('病名・障がい名・手帳の等級は書かないでください')).toBeTruthy();
    expect(screen.getByRole('link', { name: /110/ })).toBeTruthy();
    expect(screen.getByRole('link', { name: /119/ })).toBeTruthy();
  });

  it('足りないものを言い、そこへ進め、そろうまで送りません', async () => {
    const { sent, user } = open(REQUEST);
    await user.click(await screen.findByRole('button', { name: 'この報告を送る' }));
    const missing = within(screen.getByRole('alert'));
    expect(missing.getByText('この報告をする根拠をえらんでください')).toBeTruthy();
    expect(missing.getByText(/どれか1つを書いてください/)).toBeTruthy();
    expect(sent).toEqual([]);
    await user.click(missing.getByRole('link', { name: /どれか1つを書いてください/ }));
    expect(document.activeElement).toBe(screen.getByLabelText('氏名（わかる範囲）'));
  });

  it('書くたびに残し、送ったあとは「読めなくなりました」と言い、内容は画面から消えます', async () => {
    const { sent, saved, user } = open(REQUEST);
    await user.click(await screen.findByRole('radio', { name: '事務局から求められた' }));
    await user.type(screen.getByLabelText('氏名（わかる範囲）'), '探鳥 カナリア');
    await user.click(screen.getByRole('radio', { name: 'あとで確認する' }));
    expect(screen.getByText(/「要確認」の印が付きます/)).toBeTruthy();
    await waitFor(() => expect(saved.at(-1)?.companyApproval).toBe('later'));
    await user.click(screen.getByRole('button', { name: 'この報告を送る' }));
    expect(await screen.findByText('送信待ちに入れました')).toBeTruthy();
    expect(screen.getByText(/この端末では読めなくなりました/)).toBeTruthy();
    expect(sent).toMatchObject([
      { basis: 'requested', subjectName: '探鳥 カナリア', companyApproval: 'later' },
    ]);
    expect(document.body.textContent).not.toContain('カナリア');
  });

  it('保存できないときは書いた文を残して、そう言います', async () => {
    const { send, user } = open(REQUEST, {
      ...EMPTY_REPORT,
      basis: 'requested',
      subjectName: '見本 花子',
      companyApproval: 'done',
    });
    send.outcome = { status: 'storage-full' };
    await user.click(await screen.findByRole('button', { name: 'この報告を送る' }));
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('氏名（わかる範囲）').value).toBe('見本 花子');
  });

  it('書きかけは、たしかめてから消せます', async () => {
    const { onLeave, user } = open(REQUEST);
    await user.click(await screen.findByRole('radio', { name: '事務局から求められた' }));
    await user.click(await screen.findByRole('button', { name: '書きかけを消す' }));
    expect(onLeave).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: '消す' }));
    await waitFor(() => expect(onLeave).toHaveBeenCalled());
  });
});
