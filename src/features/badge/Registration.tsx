// Whose phone this is: member, organisation, kind, network.
import * as words from '../../i18n/ja/badge';
import type { Enrolment } from '../../services';

export function Registration({ enrolment }: { enrolment: Enrolment }) {
  const { member, network } = enrolment;
  return (
    <dl class="badge-facts">
      <dt>{words.NAME}</dt>
      <dd>{member.displayName}</dd>
      <dt>{words.ORGANISATION}</dt>
      <dd>{member.organisation.name}</dd>
      <dt>{words.KIND}</dt>
      <dd>{words.KIND_WORDS[member.kind]}</dd>
      <dt>{words.NETWORK}</dt>
      <dd>{network.name}</dd>
    </dl>
  );
}
