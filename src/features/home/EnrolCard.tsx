// Before enrolment: says why an invitation is worth reading, and that writing works without it.
import { READ_BADGE, READ_BADGE_TITLE, READ_BADGE_WHY } from '../../i18n/ja/home';
import { ButtonLink } from '../../ui/Button';

export function EnrolCard() {
  return (
    <section class="home-card home-enrol" aria-labelledby="home-enrol">
      <h2 id="home-enrol">{READ_BADGE_TITLE}</h2>
      <p>{READ_BADGE_WHY}</p>
      <ButtonLink href="/badge" kind="outline">
        {READ_BADGE}
      </ButtonLink>
    </section>
  );
}
