// What the app keeps and where, in plain words; its version for the help desk; licences.
import * as words from '../../i18n/ja/settings';
import { Part } from './Part';

export function AboutPart({ version }: { version: string }) {
  return (
    <>
      <Part id="privacy" title={words.PRIVACY}>
        <ul class="settings-steps">
          {words.PRIVACY_LINES.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Part>
      <Part id="about" title={words.ABOUT}>
        <dl class="settings-facts">
          <dt>{words.VERSION}</dt>
          <dd>{version}</dd>
        </dl>
        <p class="settings-quiet">{words.LICENCES}</p>
      </Part>
    </>
  );
}
