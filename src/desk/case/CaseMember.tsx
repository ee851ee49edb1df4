// Who noticed: the member, the organisation and their kinds.
import { JOB_KIND_WORDS, MEMBER_KIND_WORDS } from '../../content/case-words';
import type { Member } from '../../domain/member';

export function CaseMember({ member }: { member: Member }) {
  return (
    <section class="dk-card" aria-labelledby="member-heading">
      <h2 class="dk-h2" id="member-heading">
        送った人
      </h2>
      <dl class="dk-answers">
        <div class="dk-answers__row">
          <dt>{MEMBER_KIND_WORDS[member.kind].person}</dt>
          <dd>{member.displayName}</dd>
        </div>
        <div class="dk-answers__row">
          <dt>{MEMBER_KIND_WORDS[member.organisation.kind].organisation}</dt>
          <dd>{member.organisation.name}</dd>
        </div>
        <div class="dk-answers__row">
          <dt>仕事</dt>
          <dd>{JOB_KIND_WORDS[member.jobKind]}</dd>
        </div>
      </dl>
    </section>
  );
}
