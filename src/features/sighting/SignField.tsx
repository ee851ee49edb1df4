// 「気づいたサイン」: tiles of the place, search over all places, what was ticked elsewhere, and a sign of one's own words.
import { useMemo, useState } from 'preact/hooks';
import { signGroupsAt, type Place } from '../../domain/flow-sheet';
import { LIMITS } from '../../domain/flow-sheet';
import type { SightingAnswers } from '../../domain/sighting';
import {
  CHOSEN_HINT,
  CHOSEN_SIGNS,
  GROUP_TITLE,
  KEEP_TITLE,
  keepHint,
  NO_PERSONAL_DATA,
  OTHER_SIGN_LABEL,
  OTHER_SIGN_OPEN,
  SEARCH_HINT,
  SEARCH_LABEL,
  SEARCH_OPEN,
  SEARCH_RESULTS,
  searchCount,
  SIGNS_HINT,
} from '../../i18n/ja/sighting';
import type { ContentService } from '../../services';
import { Disclosure } from '../../ui/Disclosure';
import { TextField } from '../../ui/TextField';
import { signsOfGroup, tickedSigns, withOtherSign, withSign } from './sheet-answers';
import { findSigns } from './sign-search';
import { SignTiles } from './SignTiles';
import type { Edit } from './use-draft';

interface Props {
  answers: SightingAnswers;
  content: ContentService;
  timesUsed: ReadonlyMap<string, number>;
  /** ids among which to choose when too many were ticked; null: nobody asked */
  keepAmong: readonly string[] | null;
  edit: Edit;
}

const showsSearchAtOnce = (place: Place | undefined) => place === 'phone' || place === 'other';

export function SignField({ answers, content, timesUsed, keepAmong, edit }: Props) {
  const [searchOpen, setSearchOpen] = useState<boolean | null>(null);
  const [query, setQuery] = useState('');
  const [otherOpen, setOtherOpen] = useState((answers.otherSign ?? '') !== '');
  const signs = content.signs();
  const find = (id: string) => content.sign(id);
  const groups = answers.place === undefined ? (['person'] as const) : signGroupsAt(answers.place);
  const found = useMemo(
    () => findSigns(content.signs(), query, content.words().TROUBLE_WORDS),
    [content, query],
  );
  const elsewhere = tickedSigns(answers, find).filter(
    (sign) => !groups.some((group) => group === sign.group),
  );
  const tick = (id: string, on: boolean) => edit((before) => withSign(before, id, on, find));

  const searchFirst = showsSearchAtOnce(answers.place);
  const search = (
    <Disclosure
      id="sign-search"
      label={SEARCH_OPEN}
      open={searchOpen ?? searchFirst}
      onToggle={setSearchOpen}
    >
      <div>
        <TextField
          id="sign-query"
          type="search"
          label={SEARCH_LABEL}
          hint={SEARCH_HINT}
          value={query}
          onWrite={setQuery}
        />
        <p role="status" class="ui-hint">
          {query.trim() === '' ? '' : searchCount(found.length)}
        </p>
      </div>
      {found.length === 0 ? null : (
        <SignTiles name="found" legend={SEARCH_RESULTS} signs={found} ticked={answers.signs} onTick={tick} />
      )}
    </Disclosure>
  );

  return (
    <section id="signs" class="sheet-part" aria-labelledby="signs-title">
      <h2 id="signs-title" class="ui-unseen">
        {content.words().FIELD_WORDS.signs.label}
      </h2>
      {keepAmong === null ? null : (
        <SignTiles
          name="keep"
          legend={KEEP_TITLE}
          hint={keepHint(answers.signs.length, LIMITS.signs)}
          signs={keepAmong.map(find).filter((sign) => sign !== undefined)}
          ticked={answers.signs}
          onTick={tick}
        />
      )}
      {searchFirst ? search : null}
      {elsewhere.length === 0 ? null : (
        <SignTiles
          name="chosen"
          legend={CHOSEN_SIGNS}
          hint={CHOSEN_HINT}
          signs={elsewhere}
          ticked={answers.signs}
          onTick={tick}
        />
      )}
      {groups.map((group, index) => (
        <SignTiles
          key={group}
          name={`signs-${group}`}
          legend={GROUP_TITLE[group]}
          {...(index === 0 ? { hint: SIGNS_HINT } : {})}
          signs={signsOfGroup(signs, group, timesUsed)}
          ticked={answers.signs}
          onTick={tick}
        />
      ))}
      {searchFirst ? null : search}
      <Disclosure id="other-sign-part" label={OTHER_SIGN_OPEN} open={otherOpen} onToggle={setOtherOpen}>
        <TextField
          id="other-sign"
          label={OTHER_SIGN_LABEL}
          warning={NO_PERSONAL_DATA}
          most={LIMITS.otherSign}
          value={answers.otherSign ?? ''}
          onWrite={(text) => edit((before) => withOtherSign(before, text, find), 'typing')}
        />
      </Disclosure>
    </section>
  );
}
