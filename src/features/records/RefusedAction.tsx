// 「送れませんでした」: the reason, what to do, and exactly one button.
import { problemWords } from '../../i18n/ja/problems';
import { REFUSED_BUTTON } from '../../i18n/ja/records';
import type { RecordStatus, Services } from '../../services';
import { Button, ButtonLink } from '../../ui/Button';
import { useWatch } from '../../ui/use-watch';

interface Props {
  recordId: string;
  refused: Extract<RecordStatus, { status: 'refused' }>;
  services: Services;
}

export function RefusedAction({ recordId, refused, services }: Props) {
  const secretariat = useWatch(services.enrolment.watch)?.value?.network.secretariat ?? null;
  const words = problemWords(refused.problem);
  return (
    <>
      <p>{words.reason}</p>
      <p>{words.todo}</p>
      {refused.button === 'mend' ? (
        <ButtonLink href={`/sightings/new?draft=${recordId}`}>{REFUSED_BUTTON.mend}</ButtonLink>
      ) : refused.button === 'write-report-anew' ? (
        <ButtonLink href={`/sightings/${recordId}/personal-report`}>
          {REFUSED_BUTTON['write-report-anew']}
        </ButtonLink>
      ) : refused.button === 'enrol-again' ? (
        <ButtonLink href="/badge">{REFUSED_BUTTON['enrol-again']}</ButtonLink>
      ) : refused.button === 'call-secretariat' && secretariat !== null ? (
        <ButtonLink href={`tel:${secretariat.phone}`}>
          {`${REFUSED_BUTTON['call-secretariat']}（${secretariat.phone}）`}
        </ButtonLink>
      ) : (
        // no number known: offering it again is the one thing this phone can do
        <Button onPress={() => void services.records.sendAgain(recordId)}>
          {REFUSED_BUTTON['send-again']}
        </Button>
      )}
    </>
  );
}
