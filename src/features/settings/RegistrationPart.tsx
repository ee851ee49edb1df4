// 「登録」: whose phone this is, in the words an officer asks for on the telephone.
import * as words from '../../i18n/ja/settings';
import type { EnrolmentService } from '../../services';
import { ButtonLink } from '../../ui/Button';
import { useWatch } from '../../ui/use-watch';
import { Part } from './Part';

/** The random end of the id: its beginning is a time and nearly the same on phones enrolled together. */
const shortNumber = (deviceId: string): string => deviceId.slice(-8);

export function RegistrationPart({ enrolments }: { enrolments: EnrolmentService }) {
  const seen = useWatch(enrolments.watch);
  if (seen === null) return null;
  const enrolment = seen.value;
  return (
    <Part id="registration" title={words.REGISTRATION}>
      {enrolment === null ? (
        <>
          <p>{words.NOT_REGISTERED}</p>
          <ButtonLink primary href="/badge">
            {words.READ_BADGE}
          </ButtonLink>
        </>
      ) : (
        <dl class="settings-facts">
          <dt>{words.NAME}</dt>
          <dd>{enrolment.member.displayName}</dd>
          <dt>{words.ORGANISATION}</dt>
          <dd>{enrolment.member.organisation.name}</dd>
          <dt>{words.KIND}</dt>
          <dd>{words.KIND_WORDS[enrolment.member.kind]}</dd>
          <dt>{words.NETWORK}</dt>
          <dd>{enrolment.network.name}</dd>
          <dt>{words.DEVICE}</dt>
          <dd>{shortNumber(enrolment.deviceId)}</dd>
        </dl>
      )}
    </Part>
  );
}
