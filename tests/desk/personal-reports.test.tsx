import { screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PersonalReport } from '../../src/domain/personal-report';
import { testId } from '../support/sightings';
import { aCase, FakeDesk, NOON } from './fake-desk';
import { openDesk } from './open-desk';

const REPORT: PersonalReport = {
  recordId: testId(),
  request: null,
  basis: 'emergency',
  consentDetail: 'none',
  consentScope: [],
  emergencyReasons: ['money_now'],
  whyNoConsent: '電話の最中',
  subjectName: '探鳥 カナリア',
  subjectPhone: '000-777-8888',
  companyApproval: 'later',
  finishedAt: new Date(NOON - 60_000).toISOString(),
  appVersion: 'test',
};

describe('個人情報を含む報告', () => {
  let desk: FakeDesk;
  let reportId: string;
  beforeEach(async () => {
    desk = new FakeDesk();
    reportId = testId();
    const detail = aCase({ state: 'reviewing' });
    detail.personalReports = [
      {
        id: reportId,
        receivedAt: new Date(NOON).toISOString(),
        basis: 'emergency',
        requestNo: null,
        approvalLater: true,
        views: 0,
      },
    ];
    desk.reports_.set(reportId, REPORT);
    desk.add(detail);
    await openDesk(`/desk/cases/${detail.row.recordId}`, desk);
    await screen.findByRole('heading', { name: '個人情報を含む報告' });
  });
  const panel = () => within(screen.getByRole('region', { name: '個人情報を含む報告' }));

  it('閉じたまま出て、要確認の印は見え、内容は1文字も見えません', () => {
    expect(panel().getByText(/要確認/)).toBeTruthy();
    expect(panel().getByText(/緊急で、同意を聞けない/)).toBeTruthy();
    expect(document.body.textContent).not.toContain('カナリア');
    expect(desk.viewed).toEqual([]);
  });

  it('開くたびに、何のためか・理由を入れるまで開きません', async () => {
    const user = userEvent.setup();
    await user.click(panel().getByRole('button', { name: '理由を残して開く' }));
    await user.click(panel().getByRole('button', { name: '理由を残して開きます' }));
    expect(panel().getByText(/何のために開くかを選んでください/)).toBeTruthy();
    expect(panel().getByText(/開く理由を書いてください/)).toBeTruthy();
    expect(desk.viewed).toEqual([]);
    await user.selectOptions(panel().getByLabelText('何のために開くか'), '警察への連絡');
    await user.type(panel().getByLabelText('理由'), '署に伝えるため');
    await user.click(panel().getByRole('button', { name: '理由を残して開きます' }));
    expect(await panel().findByText('探鳥 カナリア')).toBeTruthy();
    expect(panel().getByText(/27条1項2号/)).toBeTruthy();
    expect(desk.viewed).toEqual([{ purpose: 'police', reason: '署に伝えるため' }]);

    await user.click(panel().getByRole('button', { name: '閉じる' }));
    expect(document.body.textContent).not.toContain('カナリア');
    await user.click(panel().getByRole('button', { name: '理由を残して開く' }));
    expect(panel().getByLabelText<HTMLInputElement>('理由').value).toBe('');
  });

  it('鍵がないときは、開けない理由とすることを言います', async () => {
    const user = userEvent.setup();
    await user.click(panel().getByRole('button', { name: '理由を残して開く' }));
    await user.selectOptions(panel().getByLabelText('何のために開くか'), 'そのほか');
    await user.type(panel().getByLabelText('理由'), '確かめるため');
    desk.instead.push({ status: 'problem', code: 'sealed-unreadable' });
    await user.click(panel().getByRole('button', { name: '理由を残して開きます' }));
    await waitFor(() => expect(panel().getByText(/鍵の控えを戻してから/)).toBeTruthy());
  });
});
